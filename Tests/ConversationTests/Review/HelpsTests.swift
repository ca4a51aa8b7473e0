import Forms
import Foundation
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct HelpsTests {
  private func tries(_ form: String, _ changes: [Double], rated: Rated = .distress) -> [RatedTry] {
    changes.enumerated().map { index, change in
      RatedTry(
        form: form, rated: rated, day: Day(daysSince1970: 20_000 + index), before: 60, after: 60 + change, part: .night,
        feeling: "fear")
    }
  }

  private func screen(_ text: HelpsText, width: Int = 80, plain: Bool = false) -> String {
    let console = RecordingConsole()
    console.width = width
    console.isPlain = plain
    console.show(text.blocks)
    return console.transcript
  }

  private var text: HelpsText {
    HelpsText(
      report: HelpsReport(
        tries("stop", [-10, -20, 0, 5, -30, -10, -15, -20, -8, -12, -10])
          + tries("facts", .init(repeating: 2, count: 8))
          + tries("soothe", [-9, -9, -9, -9, -9]) + tries("facts", [-5], rated: .urge)),
      titles: ["stop": "STOP", "facts": "Check the facts", "soothe": "Self-soothe"])
  }

  @Test func `The whole screen at 80 columns`() {
    #expect(
      screen(text) == """
        What helps me
        -------------
        STOP
          You rated distress lower after 9 of 11 tries, the same after 1 and higher
          after 1.
          On average it went from 60 to 48.2 of 100. The middle change: 10 lower.

        Check the facts (distress)
          You rated distress lower after 0 of 8 tries, higher after 8.
          On average it went from 60 to 62 of 100. The middle change: 2 higher.

        Self-soothe              5 tries so far: too few to say
        Check the facts (urge)   1 try so far: too few to say

        Ratings often fall with time anyway.

        """)
  }

  @Test func `The whole screen at 40 columns, and for a screen reader`() {
    let narrow = screen(text, width: 40, plain: true)
    #expect(
      narrow == """
        What helps me
        STOP
          You rated distress lower after 9 of 11
          tries, the same after 1 and higher
          after 1.
          On average it went from 60 to 48.2 of
          100. The middle change: 10 lower.

        Check the facts (distress)
          You rated distress lower after 0 of 8
          tries, higher after 8.
          On average it went from 60 to 62 of
          100. The middle change: 2 higher.

        Self-soothe: 5 tries so far: too few
          to say
        Check the facts (urge): 1 try so far:
          too few to say

        Ratings often fall with time anyway.

        """)
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func `In detail it says how sure that is, and where there are eight tries by feeling and time of day`() {
    var text = text
    text = HelpsText(
      report: HelpsReport(tries("stop", [-10, -20, -10, -20, -10, -20, -10, -20]), inDetail: true),
      titles: ["stop": "STOP"], feelings: ["fear": "Afraid"])
    #expect(
      screen(text) == """
        What helps me
        -------------
        STOP
          You rated distress lower after 8 of 8 tries.
          On average it went from 60 to 45 of 100. The middle change: 15 lower.
          Average change: 15 lower. How sure (90 % interval): 17.5 lower to 12.5 lower.
          At night: lower after 8 of 8 tries, 15 lower on average.
          Feeling "Afraid": lower after 8 of 8 tries, 15 lower on average.

        Ratings often fall with time anyway.

        """)
  }

  @Test func `With nothing rated, and with little, it says so`() {
    #expect(
      screen(HelpsText(report: HelpsReport([]), titles: [:])) == """
        What helps me
        -------------
        No try with a number before and after yet. `skill` finds one, and asks for both.

        """)
    #expect(
      screen(HelpsText(report: HelpsReport(tries("stop", [-1, -2])), titles: ["stop": "STOP"])) == """
        What helps me
        -------------
        From 8 tries on, a skill is told here.
        STOP   2 tries so far: too few to say

        Ratings often fall with time anyway.

        """)
  }

  @Test func `An urge that was acted on, and a lapse looked back at, are never told as help`() throws {
    let sitting = try Sitting()
    func keep(_ form: String, _ answers: [String: Answer], times: Int) throws {
      let form = try EveryForm.named(form)
      for _ in 0..<times {
        try sitting.store.add(
          Entry(
            id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
            recorded: sitting.session.world.clock.now(), answers: answers), form: form)
      }
    }
    let fell: [String: Answer] = ["before": .number(90), "after": .number(5)]
    var acted = fell
    acted["acted"] = .yesNo(true)
    try keep("urge-log", acted, times: 9)
    let form = try #require(try content.form("lapse-debrief"))
    for _ in 0..<9 {
      try sitting.store.add(
        Entry(
          id: sitting.session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
          recorded: sitting.session.world.clock.now(), answers: fell), form: form)
    }
    try HelpsDesk(session: sitting.session).show(inDetail: true)
    #expect(sitting.transcript.contains("No try with a number before and after yet."))
    try keep("urge-log", fell, times: 8)
    let said = try sitting.said { try HelpsDesk(session: sitting.session).show(inDetail: false) }
    #expect(said.contains("Urge log\n  You rated the urge lower after 8 of 8 tries."))
  }

  @Test func `The demo's changes are those that scipy's reference was made of`() throws {
    let sitting = try Sitting(interactive: false)
    var demo = DemoJournal(session: sitting.session, seed: 1)
    _ = try demo.write()
    try HelpsDesk(session: sitting.session).write(inDetail: true)
    let limits = JSONLimits(bytes: 1 << 20)
    let told = try JSON(reading: Array(sitting.console.recording.raw.utf8), limits: limits)
    let file = try Data(contentsOf: URL(filePath: project + "/Tests/JournalTests/Reference/intervals.json"))
    let reference = try JSON(reading: Array(file), limits: limits)
    func changes(_ json: JSON?) -> [[JSON?]] { (json?.array ?? []).map { [$0["form"], $0["rated"], $0["changes"]] } }
    #expect(changes(told["helps"]) == changes(reference["series"]))
    #expect(told["note"]?.string == HelpsText.once)
    #expect(told["tooFew"]?.array?.map { $0["tries"]?.integer } == [5])
  }
}
