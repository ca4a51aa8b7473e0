import Forms

/// How far back a chart goes.
package enum ChartSpan: String, CaseIterable, Sendable {
  case week, month, twelveWeeks = "12weeks", year, all

  /// Up to and with `today`. `first` is the earliest day there is anything of.
  package func range(until today: Day, first: Day?) -> ClosedRange<Day> {
    let length =
      switch self {
      case .week: 7
      case .month: 30
      case .twelveWeeks: 84
      case .year: 365
      case .all: first.map { max(1, today.daysSince1970 - $0.daysSince1970 + 1) } ?? 1
      }
    return today.adding(days: 1 - length)...today
  }

  /// From a year on a point is a week: days would be too many to see.
  package static func isWeekly(_ range: ClosedRange<Day>) -> Bool {
    range.upperBound.daysSince1970 - range.lowerBound.daysSince1970 + 1 >= 365
  }
}
