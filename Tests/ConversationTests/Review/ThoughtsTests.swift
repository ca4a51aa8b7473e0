import Forms
import JSON
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct ThoughtsTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting(interactive: false)
    sitting.console.isPlain = true
  }

  @discardableResult
  private func keep(
    _ form: String, _ ago: Int, _ answers: [String: Answer], last: UInt8, links: [Link] = []
  ) throws -> ULID {
    let form = try EveryForm.named(form)
    let id = ULID(milliseconds: 1_795_000_000_000, random: [0, 0, 0, 0, 0, 0, 0, 0, 0, last])
    try sitting.store.add(
      Entry(
        id: id, form: Wordings.stamp(of: form), day: DemoSeed.today.adding(days: -ago),
        recorded: session.world.clock.now(), answers: answers, links: links), form: form)
    return id
  }

  private func fill() throws {
    let record = try keep(
      "thought-record-7", 9,
      [
        "thoughts": .items(["She has had enough of me."]), "traps": .items(["mind-reading"]),
        "belief-before": .number(80), "belief-after": .number(50),
      ], last: 1)
    try keep(
      "look-again", 4, ["belief-now": .number(30)], last: 2, links: [Link(name: "looks-again", entry: record)])
    try keep("thought-record-5", 2, ["thought": .text("I ruin\neverything.")], last: 3)
    let test: [String: Answer] = ["thought": .text("Sam looks away."), "belief-before": .number(70)]
    let done = try keep("experiment", 8, test, last: 4)
    try keep(
      "experiment-result", 5,
      test.merging(["tried": .text("as-planned"), "fit": .text("none"), "belief-now": .number(20)]) { $1 }, last: 5,
      links: [Link(name: "shows", entry: done)])
    try keep("experiment-result", 6, test.merging(["tried": .text("not-yet")]) { $1 }, last: 6)
    try keep(
      "experiment", 3, test.merging(["safe": .text("is-safe"), "look-back": .text("2026-11-19")]) { $1 }, last: 7)
  }

  @Test func `The whole screen, honest about small numbers`() throws {
    try fill()
    try ThoughtsDesk(session: session).show()
    #expect(
      sitting.transcript == """
        Thought patterns
        2 thought records so far: too few to be a pattern.

        Thinking traps you named
        Trap: Mind reading; Last 4 weeks: 1; 4 weeks before: 0; Ever: 1
        1 record asked about them.

        Belief
        1 record with belief before and after: too few to say more.

        The thoughts of the last records
        - Wednesday (0003): "I ruin everything."
        - Wed 11 Nov (0001): "She has had enough of me." Belief 80%, then 50%, later
          30%.

        Tests of a thought
        - Due: You set out to test a thought. Whatever happened, note it in what the
          test showed. No test is a result as well. (Test a thought, Tuesday, 0007)
        1 test done. What you expected came true: none of it once.
        1 test not done yet, which says something too.
        - Sunday (0005): "Sam looks away." Belief 70%, then 20%.

        """)
  }

  @Test func `At 40 columns every line fits`() throws {
    try fill()
    sitting.console.recording.width = 40
    sitting.console.isPlain = false
    try ThoughtsDesk(session: session).show()
    #expect(sitting.transcript.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func `Without a thought it says where to begin`() throws {
    try ThoughtsDesk(session: session).show()
    #expect(
      sitting.transcript == """
        Thought patterns
        No thought is written down yet. `thought` leads through a first one.

        """)
  }

  @Test func `For other programs it is numbers`() throws {
    try fill()
    try ThoughtsDesk(session: session).write()
    let json = try JSON(reading: Array(sitting.console.recording.raw.utf8), limits: JSONLimits(bytes: 1 << 16))
    #expect(json["traps"] == [["trap": "mind-reading", "records": 1, "last28": 1, "before28": 0]])
    #expect(json["belief"] == ["records": 1, "lower": 1, "before": 80, "after": 50])
    #expect(json["due"] == [["entry": "0007", "due": "2026-11-19"]])
    #expect(json["thoughts"]?.array?.last?["later"]?.number == 30)
  }
}
