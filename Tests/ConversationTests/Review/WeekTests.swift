import Forms
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct WeekTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting(interactive: false)
    sitting.console.isPlain = true
  }

  /// `last`: the end of the id, so that an entry has known letters.
  private func keep(_ form: String, _ ago: Int, _ answers: [String: Answer], last: UInt8) throws {
    let form = try EveryForm.named(form)
    try sitting.store.add(
      Entry(
        id: ULID(milliseconds: 1_795_000_000_000, random: [0, 0, 0, 0, 0, 0, 0, 0, 0, last]),
        form: Wordings.stamp(of: form), day: DemoSeed.today.adding(days: -ago), recorded: session.world.clock.now(),
        answers: answers), form: form)
  }

  private func fill() throws {
    try keep("mood", 0, ["mood": .number(6)], last: 1)
    try keep("mood", 3, ["mood": .number(4), "more": .yesNo(true), "urges": .number(3)], last: 2)
    try keep("stop", 3, ["before": .number(70), "after": .number(50)], last: 3)
    try keep("homework", 3, ["what": .text("Walk"), "due": .text("2026-11-24")], last: 4)
    try keep("mood", 7, ["mood": .number(2)], last: 5)
  }

  private func said(_ work: (WeekDesk) throws -> Void) throws -> String {
    try sitting.said { try work(WeekDesk(session: session)) }
  }

  @Test func `The whole week on the screen`() throws {
    try fill()
    #expect(
      try said { try $0.show(back: 0, why: false) } == """
        Your week: Saturday to today
        Practice
        - You practised once: STOP (1).

        Mood and urges
        - Mood: noted on 2 days, from 4 to 6, 5.0 on average.
        - That is too few days to set beside the four weeks before (1 day).
        - The strongest urge: noted on 1 day, at 3.
        - That is too few days to set beside the four weeks before (0 days).

        Goals and homework
        - Homework, open: Walk, by Tue 24 Nov.

        What stood out
        - Distress changed most with STOP on Tuesday: from 70 to 50.

        `week why` shows the entries behind each sentence.

        """)
  }

  @Test func `Why lists the four letters and the day of each entry behind a sentence`() throws {
    try fill()
    let why = try said { try $0.show(back: 0, why: true) }
    #expect(why.contains("- You practised once: STOP (1).\n  0003 Tuesday\n"))
    #expect(why.contains("5.0 on average.\n  0002 Tuesday, 0001 today\n"))
    #expect(why.contains("(1 day).\n  0002 Tuesday, 0001 today, 0005 Fri 13 Nov\n"))
    #expect(why.hasSuffix("`review` and the four letters show an entry.\n"))
  }

  @Test func `An earlier week is told without what is open today, and one without entries says that nothing is noted`()
    throws
  {
    try fill()
    #expect(
      try said { try $0.show(back: 1, why: false) } == """
        Your week: Sat 7 Nov to Fri 13 Nov
        Practice
        - No exercise is noted for these days.

        Mood and urges
        - Mood: noted on 1 day, at 2.
        - That is too few days to set beside the four weeks before (0 days).

        `week why --back 1` shows the entries behind each sentence.

        """)
    #expect(try said { try $0.show(back: 9, why: false) }.contains("Nothing is noted for these days"))
  }

  @Test func `For other programs it is sentences with their entries`() throws {
    try fill()
    try WeekDesk(session: session).write(back: 0)
    let json = try JSON(reading: Array(sitting.console.recording.raw.utf8), limits: JSONLimits(bytes: 1 << 16))
    #expect(json["from"]?.string == "2026-11-14" && json["to"]?.string == "2026-11-20")
    #expect(
      json["sentences"]?.array?.first == [
        "section": "practice", "text": "You practised once: STOP (1).",
        "entries": [["entry": "0003", "day": "2026-11-17"]],
      ])
  }

  @Test func `At 40 columns every line fits`() throws {
    try fill()
    sitting.console.recording.width = 40
    let said = try said { try $0.show(back: 0, why: true) }
    #expect(said.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func `Urges and behaviours of the diary card have the names they were given`() throws {
    var targets = DiaryTargets()
    targets.add(.urge, named: "to drink", on: DemoSeed.today)
    targets.add(.behaviour, named: "Stayed in bed", on: DemoSeed.today)
    let form = DiaryForm.form(targets: targets, skills: [], on: DemoSeed.today)
    try sitting.store.add(
      Entry(
        id: session.world.newID(), form: Wordings.stamp(of: form), day: DemoSeed.today,
        recorded: session.world.clock.now(),
        answers: ["urge-t1": .number(4), "acted-t1": .yesNo(true), "did-t2": .yesNo(true), "used": .text("some")]),
      form: form)
    let said = try said { try $0.show(back: 0, why: false) }
    for words in [
      "- Urge \"to drink\" on the diary card: 1 day, at 4 of 5.\n",
      "- Acting on the urge \"to drink\" is noted for Friday.\n", "- Stayed in bed is noted for Friday.\n",
      "- Use is noted for Friday.\n",
    ] { #expect(said.contains(words), "\(words)") }
  }
}
