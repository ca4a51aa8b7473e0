import Conversation
import Exchange
import Forms
import Foundation
import JSON
import Journal
import Testing

@testable import Clinic

@Suite struct PageTests {
  @Test func `A page reads like this`() throws {
    #expect(
      try Caseload().sitting.raw("page maya --format text") == """
        Maya R. (#1), 2026-11-13 to 2026-11-20, patient-reported
        Not monitored, not verified. Nobody watches this as it is written.
        Since the last session they noted, 2026-11-13. The newest file was made on
        2026-11-20.

        READ FIRST
          Self-harm question above zero     reported: 11-18
            NOT YET SEEN
          Strong urges                      reported: 11-11, 11-12, 11-13
            NOT YET SEEN
          Acted on an urge                  reported: 11-17
            NOT YET SEEN
          Red day in the relapse plan       not asked
          More medicine than the label says not asked
          Emergency plan used               not asked

        NOTE FOR THE SESSION
          2026-11-20: Sleep is bad
          Ask about the dose

        MEASURES
          PHQ-9, Total: 15 (0-27) on 2026-11-18; +4 since 2026-11-11 (11), first 11
            on 2026-11-11; in turn 11, 12, 15

        NUMBERS (MEAN, RANGE, DAYS NOTED): LAST 7 DAYS | LAST 14 DAYS
          Mood (0-10)            3, 0-6, 7 of 7             2.4, 0-6, 10 of 14
          Strongest urge (0-10)  3, 0-6, 7 of 7             4.5, 0-9, 10 of 14
          Sleep (h)              6.7, 6.7-6.7, 7 of 7       6.7, 6.7-6.7, 10 of 14
          Medication, days: taken 7 | 10

        PRACTISED
          STOP: once, rated lower after 1 of 1

        HOMEWORK
          2026-11-12 Walk to the lake: Done
          2026-11-16 Call my brother: open

        SESSIONS
          attended 2, missed 0

        Days with an entry: 8 of 8. Not shared: notes, and what you wrote for group,
        plans, people and family.
        Do not pass this on without consent. (42 CFR Part 2)

        """)
  }

  @Test func `A number typed after the page opens the entries behind its line`() throws {
    let sitting = try Caseload().sitting
    sitting.console.isPlain = true
    let said = sitting.result("page #1", then: "1", "99", "what", "")
    #expect(said.contains(" 1  ! Self-harm question above zero: reported: 11-18"))
    #expect(said.contains("Entries of Maya R.: Self-harm question above zero\n\nPHQ-9, Wednesday 2026-11-18, evening"))
    #expect(said.contains("- i9: 1\n") && said.contains("from the file of 2026-11-20\n\n1 entry.\n"))
    #expect(sitting.console.transcript.contains("A number from 1 to 15, please. Enter goes back."))
  }

  @Test func `None reported is never left without what it means`() throws {
    let said = try Caseload().sitting.result("page ann")
    #expect(said.contains("Self-harm question above zero: none reported"))
    #expect(said.contains("None reported says only what was asked and answered."))
  }

  @Test func `It begins at the day that is asked for, at the last session, at the mark, or two weeks back`() throws {
    let sitting = try Caseload().sitting
    func since(_ line: String) -> String {
      sitting.raw(line).split(separator: "\n").dropFirst(2).first.map(String.init) ?? ""
    }
    #expect(
      since("page maya --format text --since 2026-11-18")
        == "Since 2026-11-18, as asked. The newest file was made on 2026-11-20.")
    #expect(
      since("page ann --format text")
        == "The last 14 days. No earlier session is known. The newest file was made on")
    _ = sitting.line("page ann --viewed")
    sitting.clock.daysLater = 2
    #expect(
      sitting.raw("page ann --format text").contains(
        """
        Nothing came since this page was last marked as read, 2026-11-20. These are
        the 14 days before. The newest file was made on 2026-11-20. Of the 2 days
        since nothing is known.
        """))
    #expect(sitting.line("page ann --since 2026-11-21").departure?.exitCode == 64)
  }

  @Test func `Where a file is missed, a no from before is not told`() throws {
    let sitting = try Caseload().sitting
    sitting.clock.daysLater = 8
    let ann = sitting.raw("page ann --format text")
    #expect(ann.components(separatedBy: "NO FILE SINCE 2026-11-20").count == 7 && !ann.contains("none reported"))
    let maya = sitting.raw("page maya --format text")
    #expect(maya.contains("reported: 11-18") && maya.components(separatedBy: "NO FILE SINCE").count == 4)
    #expect(sitting.result("page never").contains("NO FILE YET. Nothing is known."))
  }

  @Test func `What is not shared is told as not shared`() throws {
    let said = try Caseload().sitting.raw("page cy --format text")
    #expect(said.components(separatedBy: "NOT SHARED").count == 5)
    #expect(said.contains("Not\nshared: mood and sleep, diary card, check-ins and questionnaires."))
  }

  @Test func `An entry that files disagree about is shown, and counted in no number`() throws {
    let sitting = try ClinicSitting()
    let jo = try Diarist("Jo", in: sitting)
    let id = try #require(ULID("01KAFZ8YTRZW00402081G60S00"))
    try jo.share(
      [
        try jo.entry(Diarist.mood, 1, ["mood": .number(1), "urges": .number(9)], id: id),
        try jo.entry(Diarist.mood, 2, ["mood": .number(5)]),
      ], in: sitting)
    try jo.share([try jo.entry(Diarist.mood, 1, ["mood": .number(9), "urges": .number(1)], id: id)], in: sitting)
    let text = sitting.raw("page jo --format text")
    #expect(text.contains("Strong urges                      reported: 11-19"))
    #expect(text.contains("Mood (0-10)            5, 5-5, 1 of 7             5, 5-5, 1 of 14"))
    #expect(text.contains("FILES DISAGREE, COUNTED IN NO NUMBER\n  Mood, 2026-11-19, entry "))
    let said = sitting.result("entries jo --day 2026-11-19")
    #expect(said.components(separatedBy: "FILES DISAGREE.").count == 3 && said.contains("2 entries."))
    #expect(sitting.result("roster").contains("files disagree about 1 entry"))
  }

  @Test func `What was done stays beside its flag, and a later report asks again`() throws {
    let caseload = try Caseload()
    let sitting = caseload.sitting
    _ = sitting.line("seen maya self-harm --what \"Called her, plan looked at\"", then: "KL")
    let seen = "reported: 11-18\n    seen 2026-11-20 by KL: Called her, plan looked at\n"
    #expect(sitting.raw("page maya --format text --since 2026-11-13").contains(seen + "  Strong urges"))
    try caseload.maya.share(
      [try caseload.maya.entry(Diarist.nine, 1, ["rest": .text("9"), "i9": .text("2")])], in: sitting)
    #expect(
      sitting.raw("page maya --format text --since 2026-11-13").contains(
        "reported: 11-18, 11-19\n    seen 2026-11-20 by KL: Called her, plan looked at\n    A REPORT CAME AFTER THAT: NOT YET SEEN\n"
      ))
  }

  @Test func `What was reported weeks ago and never seen is still on the page`() throws {
    let sitting = try ClinicSitting()
    let jo = try Diarist("Jo", in: sitting)
    try jo.share(
      [try jo.entry(Diarist.nine, 40, ["rest": .text("9"), "i9": .text("2")])], from: 48, to: 38, in: sitting)
    try jo.share([try jo.entry(Diarist.mood, 1, ["mood": .number(4)])], in: sitting)
    #expect(
      sitting.raw("page jo --format text").contains(
        "Self-harm question above zero     reported: 10-11\n    NOT YET SEEN"))
    #expect(sitting.result("roster").contains("REPORTED, not yet seen: self-harm 10-11"))
    _ = sitting.line("seen jo", then: "Talked about it", "KL")
    #expect(sitting.raw("page jo --format text").contains("Self-harm question above zero     not asked\n    seen "))
  }

  @Test func `However much there is, it is 60 lines of 76 letters, and shows words as words`() throws {
    let sitting = try ClinicSitting()
    let evil = "\u{1B}]52;c;AAAA\u{7}<script>alert(1)</script>\u{202E}=1+1" + String(repeating: "\u{301}", count: 150)
    let jo = try Diarist("Jo \(evil)", in: sitting)
    var list: [SharedEntry] = []
    for number in 0..<40 {
      var form = Diarist.stop
      form.id = "skill-\(number)"
      form.title = "Skill \(number) \(evil)"
      list.append(try jo.entry(form, number % 14, ["before": .number(50), "after": .number(40)]))
      list.append(try jo.entry(Diarist.homework, number % 14, ["what": .text("Task \(number) \(evil)\n\(evil)")]))
    }
    for number in 0..<8 {
      var form = Diarist.nine
      form.id = "m\(number)"
      form.title = "Measure \(number) </svg>\(evil)"
      for ago in 1..<4 { list.append(try jo.entry(form, ago * 3, ["rest": .text("9"), "i9": .text("1")])) }
    }
    for ago in 0..<14 {
      list.append(try jo.entry(Diarist.mood, ago, ["mood": .number(4), "sleep": .number(1e300), "note": .text(evil)]))
    }
    try jo.share(
      list, note: String(repeating: "a long note \(evil)\n", count: 20),
      notice: .init(text: String(repeating: "notice \(evil) ", count: 15), basis: evil), in: sitting)
    let text = sitting.raw("page #1 --format text")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 60 && lines.allSatisfy { $0.count <= 76 })
    #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A })
    #expect(text.contains("more lines)"))

    let page = sitting.raw("page #1 --format page")
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;") && page.contains("default-src 'none'"))
    #expect(page.components(separatedBy: "<svg").count == page.components(separatedBy: "</svg>").count)
    for console in [sitting.result("page #1"), sitting.result("entries #1"), page] {
      #expect(!console.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
      #expect(!console.contains(String(repeating: "\u{301}", count: 5)))
    }
    sitting.console.width = 40
    #expect(sitting.result("page #1").split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(sitting.raw("page #1 --json").hasPrefix("{\"days\":"))
  }

  @Test func `It is written to a new file, never over one, and says that it is not sealed`() throws {
    let sitting = try Caseload().sitting
    let path = sitting.folder + "/page.html"
    #expect(sitting.result("page maya --out \(path)").contains("It is not sealed"))
    let html = try String(contentsOfFile: path, encoding: .utf8)
    #expect(html.contains("<h1>Maya R. (#1), 2026-11-13 to 2026-11-20, patient-reported</h1>"))
    #expect(html.components(separatedBy: "<svg").count == 5)
    #expect(sitting.line("page maya --out \(path)").departure?.exitCode == 73)
    #expect(sitting.line("page nobody").departure?.exitCode == 66)
  }

  @Test func `From another shell it takes a name or a number`() throws {
    let sitting = try Caseload().sitting
    let (code, console) = sitting.once("page", "#1", "--format", "text")
    #expect(code == 0 && console.raw.hasPrefix("Maya R. (#1)"))
    #expect(sitting.once("page").code == 64)
    let (again, said) = sitting.once("seen", "#1", "self-harm", "--what", "Called")
    #expect(again == 64 && said.transcript.contains("Handrail asks for it"))
    let (done, _) = sitting.once("seen", "#1", "self-harm", replies: "Called her", "KL")
    #expect(done == 0)
    sitting.console.secrets = [ClinicSitting.passphrase]
    #expect(try sitting.store.seen(of: 1).map(\.what) == ["Called her"])
  }
}
