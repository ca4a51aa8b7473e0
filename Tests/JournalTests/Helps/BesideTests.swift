import Forms
import Testing

@testable import Journal

@Suite struct BesideTests {
  /// `long` nights with mood 6 and `short` ones with mood 4, one a day.
  private func nights(long: Int, short: Int) -> Beside.Days {
    var days = Beside.Days()
    for day in 0..<(long + short) {
      days.sleep[day] = day < long ? 420 : 419
      days.mood[day] = day < long ? 6 : 4
    }
    return days
  }

  private func told(_ days: Beside.Days, _ factor: Beside.Factor) -> String {
    let beside = Beside(days)
    if let one = beside.comparisons.first(where: { $0.factor == factor }) {
      return "\(one.with.mean) (\(one.with.days)), \(one.without.mean) (\(one.without.days))"
    }
    return beside.tooFew.first { $0.factor == factor }.map { "too few: \($0.with), \($0.without)" } ?? ""
  }

  @Test func `A night stands beside the day it is noted on, from seven hours as a long one`() {
    #expect(told(nights(long: 8, short: 9), .sleep) == "6.0 (8), 4.0 (9)")
  }

  @Test func `Nothing is said where either side has fewer than eight days`() {
    #expect(told(nights(long: 7, short: 30), .sleep) == "too few: 7, 30")
    #expect(told(nights(long: 30, short: 7), .sleep) == "too few: 30, 7")
    #expect(Beside(Beside.Days()).comparisons == [])
    #expect(Beside(Beside.Days()).tooFew.map(\.factor) == Beside.Factor.allCases)
  }

  @Test func `What a day held stands beside the mood of the day after it, where there is one`() {
    var days = Beside.Days()
    for day in 0..<40 {
      days.mood[day] = day % 2 == 0 ? 3 : 7
      days.movement[day] = day % 2 == 0
      days.company[day] = day % 2 == 1
    }
    days.practice = [0, 2, 4, 6, 8, 10, 12, 14]
    days.mood[15] = nil
    #expect(told(days, .movement) == "7.0 (19), 3.0 (19)")
    #expect(told(days, .company) == "3.0 (19), 7.0 (19)")
    // Day 14 is followed by a day without a mood, so it stands on neither side.
    #expect(told(days, .practice) == "too few: 7, 30")
    days.practice.insert(16)
    #expect(told(days, .practice).hasPrefix("7.0 (8), "))
  }

  @Test func `A day with use or with something acted on stands beside nothing`() {
    var days = nights(long: 9, short: 8)
    days.leftOut = [0]
    #expect(told(days, .sleep) == "6.0 (8), 4.0 (8)")
    days.leftOut = [0, 1]
    #expect(told(days, .sleep) == "too few: 7, 8")
  }

  @Test func `Medicine and substances are no factors`() {
    #expect(Beside.Factor.allCases.map(\.rawValue) == ["sleep", "movement", "practice", "company"])
  }
}
