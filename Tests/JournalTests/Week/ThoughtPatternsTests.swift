import Forms
import Testing

@testable import Journal

@Suite struct ThoughtPatternsTests {
  private let today = Day(daysSince1970: 20_777)

  private func record(_ ago: Int, _ traps: [String]?, _ before: Double? = nil, _ after: Double? = nil)
    -> ThoughtPatterns.Record
  {
    ThoughtPatterns.Record(
      entry: "e\(ago)", day: today.adding(days: -ago), thought: "Thought \(ago)", traps: traps, before: before,
      after: after)
  }

  @Test func `Traps are counted once a record: ever, in the last four weeks and in the four before`() {
    let patterns = ThoughtPatterns(
      records: [
        record(60, ["filter"]), record(56, ["filter"]), record(55, ["filter"]), record(28, ["mind", "mind"]),
        record(27, ["mind"]), record(3, nil), record(0, []),
      ], tests: [], today: today)
    #expect(
      patterns.traps == [
        .init(code: "filter", total: 3, lately: 0, earlier: 1), .init(code: "mind", total: 2, lately: 1, earlier: 1),
      ])
    #expect(patterns.records == 7 && patterns.asked == 6)
    #expect(patterns.thoughts.map(\.entry) == ["e0", "e3", "e27", "e28", "e55"])
    #expect(patterns.belief == nil)
  }

  @Test func `Belief is told from the records that have both numbers`() {
    let patterns = ThoughtPatterns(
      records: [record(3, nil, 80, 60), record(2, nil, 70, 70), record(1, nil, 90, nil)], tests: [], today: today)
    #expect(patterns.belief == .init(moved: .init([-20, 0]), before: 75, after: 65))
  }

  @Test func `Tests stand newest first`() {
    let tests = [5, 1, 3].map { ago in
      ThoughtPatterns.Test(
        source: Source(ULID(milliseconds: 1, random: []), today.adding(days: -ago)), thought: "\(ago)", fit: "none",
        before: nil, now: nil)
    }
    #expect(ThoughtPatterns(records: [], tests: tests, today: today).tests.map(\.thought) == ["1", "3", "5"])
  }
}
