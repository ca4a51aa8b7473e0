import Conversation
import Exchange
import Forms
import JSON
import Journal
import Testing
import Vault

@testable import Clinic

@Suite struct RosterTests {
  private func json(_ text: String) throws -> JSON {
    try JSON(reading: Array(text.utf8), limits: JSONLimits(bytes: 1 << 20))
  }

  @Test func `Everyone stands in the order of what to read first, and no file is never told as fine`() throws {
    let caseload = try Caseload()
    caseload.sitting.console.isPlain = false
    #expect(
      caseload.sitting.result("roster") == """
        Roster: 6 people
        ----------------
        Nobody monitors these files. What is in them is known only once somebody reads
        it here.
        Read first: 1 reported and not yet seen, 2 without a file, 1 not shared, 1 not
        asked, 1 none reported.

            Name        Last log  Days      Measure        Urges    Homework
        --  ----------  --------  --------  -------------  -------  --------
        #1  Maya R.     11-20     10 of 14  PHQ-9 15 (+3)  6 of 10  1 of 2
            REPORTED, not yet seen: self-harm 11-18, strong urges 11-13, acted on 11-17
        #3  Never Sent  none
            NO FILE YET
        #2  Ben         11-05     1 of 13                  2 of 10
            NO FILE SINCE 11-05
        #5  Cy          11-20     1 of 14
            NOT SHARED: self-harm, strong urges, acted on
        #6  Dee         11-20     1 of 14
            not asked: self-harm, strong urges, acted on
        #4  Ann Lee     11-20     1 of 14   PHQ-9 3        2 of 10
            none reported: self-harm, strong urges, acted on

        `page` and a name or number shows one page. Urges: the strongest of the last 7
        days.

        """)
  }

  @Test func `In a narrow window and in plain mode nothing is lost`() throws {
    let caseload = try Caseload()
    caseload.sitting.console.width = 40
    caseload.sitting.console.isPlain = true
    let said = caseload.sitting.result("roster --only reported")
    #expect(
      said == """
        Roster: 1 person of 6
        Nobody monitors these files. What is in
        them is known only once somebody reads
        it here.
        Read first: 1 reported and not yet seen.

        #1; Name: Maya R.; Last log: 11-20;
          Days: 10 of 14; Measure: PHQ-9 15
          (+3); Urges: 6 of 10; Homework: 1 of 2
            REPORTED, not yet seen: self-harm
            11-18, strong urges 11-13, acted on
            11-17

        `page` and a name or number shows one
        page. Urges: the strongest of the last 7
        days.

        """)
  }

  @Test func `It can be put in another order, and cut to what is asked for`() throws {
    let sitting = try Caseload().sitting
    func names(_ options: String) throws -> [String?] {
      let people = try json(sitting.raw("roster --json \(options)"))["people"]?.array ?? []
      return people.map { $0["name"]?.string }
    }
    #expect(try names("--by name") == ["Ann Lee", "Ben", "Cy", "Dee", "Maya R.", "Never Sent"])
    #expect(try names("--by last") == ["Never Sent", "Ben", "Ann Lee", "Cy", "Dee", "Maya R."])
    #expect(try names("--only no-file") == ["Never Sent", "Ben"])
    #expect(try names("--only not-shared") == ["Cy"] && names("--only not-asked") == ["Dee"])
    #expect(try names("--only none-reported") == ["Ann Lee"] && names("--only seen") == [])
    #expect(sitting.line("roster --only fine").departure?.exitCode == 64)
  }

  @Test func `A file that is missed comes to the top as days go by`() throws {
    let sitting = try Caseload().sitting
    sitting.clock.daysLater = 8
    let said = sitting.result("roster --only no-file")
    for words in ["NO FILE YET", "NO FILE SINCE 11-05", "NO FILE SINCE 11-20"] { #expect(said.contains(words)) }
    #expect(said.contains("REPORTED, not yet seen") && !said.contains("none reported:"))
    #expect(said.contains("6 people") && said.contains("1 reported and not yet seen, 5 without a file"))
  }

  @Test func `What was noted stays in sight, and a later report asks again`() throws {
    let caseload = try Caseload()
    let (sitting, maya) = (caseload.sitting, caseload.maya)
    _ = sitting.line("seen maya", then: "4", "Called her, plan looked at", "KL")
    #expect(
      sitting.result("roster --only seen").contains(
        "reported and seen: self-harm 11-18, strong urges 11-13, acted on 11-17"))
    // A report about an earlier day that comes later is new all the same.
    try maya.share([try maya.entry(Diarist.nine, 6, ["rest": .text("9"), "i9": .text("2")])], in: sitting)
    let said = sitting.result("roster --only reported")
    #expect(said.contains("REPORTED, not yet seen: self-harm 11-18"))
    #expect(said.contains("reported and seen: strong urges\n    11-13, acted on 11-17"))
  }

  @Test func `For other programs everything is there, and no cell is a formula`() throws {
    let sitting = try ClinicSitting()
    let name = "=cmd|'/C calc'!A0\u{1B}]52;c;AAAA\u{7}\u{202E}"
    let sam = try Diarist(name, in: sitting)
    var form = Diarist.nine
    form.title = "@SUM(1)<script>"
    try sam.share([try sam.entry(form, 1, ["rest": .text("9"), "i9": .text("1")])], in: sitting)
    _ = sitting.line("roster --csv")
    let row = sitting.console.raw.split(separator: "\r\n").last.map(String.init)
    #expect(
      row == """
        1,"'=cmd|'/C calc'!A0 ]52;c;AAAA",here,2026-11-20,2026-11-07,2026-11-20,1,14,'@SUM(1)<script>,10,,,,0,0,reported,\
        "REPORTED, not yet seen: self-harm 11-19; not asked: strong urges, acted on"
        """)
    let people = try json(sitting.raw("roster --json"))
    #expect(people["monitored"] == false && people["people"]?.array?.count == 1)
    #expect(people["people"]?.array?.first?["standing"] == "reported")
    let said = sitting.result("roster")
    #expect(!said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
  }

  @Test func `Looking is noted in the audit trail, without names`() throws {
    let sitting = try Caseload().sitting
    _ = sitting.line("roster")
    _ = sitting.line("page maya")
    _ = sitting.line("page maya --viewed --format text")
    _ = sitting.line("entries maya --of mood")
    _ = sitting.line("page maya --out \(sitting.folder)/p.txt")
    let trail = try sitting.store.audit(limit: 5).reversed()
    #expect(
      trail.map(\.act) == ["viewed", "viewed", "viewed", "viewed", "exported"]
        && trail.map(\.participant) == [nil, 1, 1, 1, 1]
        && trail.map(\.detail) == ["roster", "page", "page, marked as read", "entries", "page"])
  }

  @Test func `With nobody enrolled it says what to do`() throws {
    #expect(
      try ClinicSitting().result("roster").contains(
        "Nobody is enrolled yet. `enroll` adds a participant by their card."))
  }
}
