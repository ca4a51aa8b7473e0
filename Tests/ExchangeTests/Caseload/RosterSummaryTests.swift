import Forms
import Journal
import Testing

@testable import Exchange

@Suite struct RosterSummaryTests {
  private let last = Day(daysSince1970: 20_777)
  private let mood = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: ["mood", "urges"].map { Question($0, .scale(low: 0, high: 10, lowWords: "", highWords: "")) })
  private let score = Form(
    id: "s", version: 1, title: "Score", kind: .measure, summary: "",
    questions: [Question("a", .scale(low: 0, high: 9, lowWords: "", highWords: ""))],
    scores: [Score(id: "total", label: "Total", sum: ["a"])])

  private func head(without: String = "") throws -> KeptHead {
    let details = ShareCategory.allCases.map { "\"\($0.rawValue)\":\"\($0.rawValue == without ? "none" : "full")\"" }
    return try #require(
      KeptHead(
        """
        {"consent":{"categories":{\(details.joined(separator: ","))}},"createdAt":"2026-11-20T20:00:00Z",\
        "range":{"from":"2026-11-14","to":"2026-11-20"},"zone":"UTC"}
        """))
  }

  private func arrived(
    _ form: Form, _ ago: Int, _ answers: [String: Answer], at: Int64 = 1, isDisputed: Bool = false
  ) throws -> RosterSummary.Arrived {
    let tail = String(ago)
    return RosterSummary.Arrived(
      Answered(
        entry: Entry(
          id: try #require(ULID("01KAFZ8YTR" + String(repeating: "0", count: 16 - tail.count) + tail)),
          form: FormStamp(id: form.id, version: 1, wording: ""), day: last.adding(days: -ago),
          recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers), form: form), at: at,
      isDisputed: isDisputed)
  }

  @Test func `A person's line tells of the last weeks, and reads back as it was kept`() throws {
    let entries = [
      try arrived(mood, 0, ["mood": .number(3), "urges": .number(4)]),
      try arrived(mood, 3, ["urges": .number(6)]), try arrived(mood, 8, ["urges": .number(10)], at: 7),
      try arrived(mood, 40, ["urges": .number(8)], at: 9),
      try arrived(score, 1, ["a": .number(7)]), try arrived(score, 30, ["a": .number(4)]),
      try arrived(mood, 2, ["urges": .number(9)], at: 3, isDisputed: true),
    ]
    let found = RosterSummary(
      entries, head: try head(without: "medication"), ranges: [last.adding(days: -6)...last])
    #expect(found.created == last && found.range == last.adding(days: -6)...last)
    #expect(found.logged == 5 && found.covered == 7 && found.disputed == 1)
    #expect(
      found.measure
        == .init(
          title: "Score", label: "Total", value: 7, day: last.adding(days: -1), missing: 0, reach: 0...9, change: 3))
    #expect(found.urge == .init(value: 6, high: 10, day: last.adding(days: -3)))
    #expect(found.withheld == [.medication])
    #expect(
      found.flags.map(\.state) == [.notAsked, .reported, .notAsked, .notAsked, .notShared, .notAsked])
    // The newest day, and when the last report came, whichever day that one is about.
    #expect(found.flags[1].day == last.adding(days: -2) && found.flags[1].arrived == 9)
    #expect(try RosterSummary(#require(found.text)) == found)
  }

  @Test func `Nothing shared and nothing asked are never told as none`() throws {
    let found = RosterSummary([], head: try head(without: "measures"), ranges: [])
    #expect(found.flags.map(\.state) == [.notShared] + Array(repeating: .notAsked, count: 5))
    #expect(found.measure == nil && found.urge == nil && found.covered == 0)
    #expect(try RosterSummary(#require(found.text)) == found)
  }

  @Test func `What was kept by another version is no line`() {
    for text in ["", "{}", "[]", "{\"created\":\"2026-11-20\"}", "null"] { #expect(RosterSummary(text) == nil) }
  }

  @Test func `A kind that a log does not speak of counts as not shared`() throws {
    let head = try #require(
      KeptHead(
        """
        {"consent":{"categories":{"mood":"numbers"}},"createdAt":"2026-11-20T20:00:00Z",\
        "note":"one\\u001b[2J","range":{"from":"2026-11-14","to":"2026-11-20"},"zone":"UTC"}
        """))
    #expect(head.detail(.mood) == .numbers && head.detail(.measures) == .none)
    #expect(head.withheld == ShareCategory.allCases.filter { $0 != .mood })
    #expect(head.note == "one [2J")
  }
}
