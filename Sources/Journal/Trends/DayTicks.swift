import Forms

/// Which days of a chart's axis carry a label, and which.
package enum DayTicks {
  package typealias Mark = (day: Day, label: String)

  /// Days of a week, Mondays of a month, months of a year, years of more.
  package static func along(_ range: ClosedRange<Day>) -> [Mark] {
    let length = range.upperBound.daysSince1970 - range.lowerBound.daysSince1970 + 1
    switch length {
    case ...14: return days(range).map { ($0, $0.weekday.shortName) }
    case ...120: return mondays(range).map { ($0, $0.dayAndMonth) }
    case ...760: return months(range)
    default: return days(range).filter { $0.day == 1 && $0.month == 1 }.map { ($0, String($0.year)) }
    }
  }

  /// Mondays, and what their week is called.
  package static func mondays(_ range: ClosedRange<Day>) -> [Day] {
    days(range).filter { $0.weekday == .monday }
  }

  /// The first of each month; where there are several years, January is told by its year.
  package static func months(_ range: ClosedRange<Day>) -> [Mark] {
    let firsts = days(range).filter { $0.day == 1 }
    let isLong = firsts.count > 13
    return firsts.map { ($0, isLong && $0.month == 1 ? String($0.year) : $0.monthName) }
  }

  private static func days(_ range: ClosedRange<Day>) -> [Day] {
    (range.lowerBound.daysSince1970...range.upperBound.daysSince1970).map { Day(daysSince1970: $0) }
  }
}
