import Forms
import Testing

@testable import Journal

/// Hazard: high energy with little sleep passes without a word, or brings a word each day.
@Suite struct FastDaysTests {
  private let start = 20_000

  private func day(_ number: Int) -> Day { Day(daysSince1970: start + number) }

  /// Energy, pace and minutes of sleep by day.
  private func days(_ noted: [Int: (Double?, Double?, Double?)]) -> FastDays {
    FastDays(
      Dictionary(
        uniqueKeysWithValues: noted.map {
          (day($0.key), FastDays.Noted(energy: $0.value.0, pace: $0.value.1, sleep: $0.value.2))
        }))
  }

  private func fast(_ numbers: Int...) -> FastDays {
    days(Dictionary(uniqueKeysWithValues: numbers.map { ($0, (9, 8, 200)) }))
  }

  @Test(
    arguments: [
      (7.0, 7.0, 299.0, true), (6, 7, 299, false), (7, 6, 299, false), (7, 7, 300, false), (10, 10, 0, true),
    ])
  func `Energy and pace have to be high and sleep short, on both days`(
    energy: Double, pace: Double, sleep: Double, offered: Bool
  ) {
    let second = days([0: (9, 9, 200), 1: (energy, pace, sleep)])
    #expect(second.asksForOffer(about: day(1), after: nil) == offered)
    let first = days([0: (energy, pace, sleep), 1: (9, 9, 200)])
    #expect(first.asksForOffer(about: day(1), after: nil) == offered)
  }

  @Test func `One day is not two, a gap between them is not in a row, and what is not noted counts for nothing`() {
    #expect(!fast(1).asksForOffer(about: day(1), after: nil))
    #expect(!fast(0, 2).asksForOffer(about: day(2), after: nil))
    #expect(!days([0: (9, 9, nil), 1: (9, 9, 200)]).asksForOffer(about: day(1), after: nil))
    #expect(!days([0: (nil, 9, 200), 1: (9, 9, 200)]).asksForOffer(about: day(1), after: nil))
    #expect(!days([0: (9, nil, 200), 1: (9, 9, 200)]).asksForOffer(about: day(1), after: nil))
  }

  @Test func `A day that is filled in later completes the two just as well`() {
    #expect(fast(0, 1).asksForOffer(about: day(0), after: nil))
  }

  @Test func `It is offered once for a stretch, and again when a week lay between`() {
    #expect(!fast(0, 1).asksForOffer(about: day(1), after: day(1)))
    #expect(!fast(0, 1, 2).asksForOffer(about: day(2), after: day(1)))
    #expect(!fast(0, 1, 8, 9).asksForOffer(about: day(9), after: day(1)))
    #expect(fast(0, 1, 9, 10).asksForOffer(about: day(10), after: day(1)))
    #expect(!fast(0, 1, 7, 13, 14).asksForOffer(about: day(14), after: day(1)))
    #expect(!fast(0, 1, 9, 10, 11).asksForOffer(about: day(11), after: day(10)))
  }
}
