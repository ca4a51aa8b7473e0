import Forms

/// What one day says of a variable: the mean of its numbers, and of how many.
package struct DayValue: Equatable, Sendable {
  package var day: Day
  package var value: Double
  package var count: Int
  package init(_ day: Day, _ value: Double, count: Int = 1) {
    self.day = day
    self.value = value
    self.count = count
  }
}

/// The mean of what a few days say; nil when none of them says anything.
package struct GroupMean: Equatable, Sendable {
  package var value: Double?
  /// How many days, or numbers, it is made of.
  package var count: Int
  package init(_ values: [Double]) {
    count = values.count
    value = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

/// A variable over a stretch of days. A day without a number is missing, and nothing is put in its place.
package struct Trend: Equatable, Sendable {
  package let range: ClosedRange<Day>
  package let days: [DayValue]
  /// Weeks from Monday that have a number: the mean of their days, and how many.
  package let weeks: [DayValue]

  package init(_ days: [DayValue], over range: ClosedRange<Day>) {
    self.range = range
    self.days = days.filter { range.contains($0.day) && $0.value.isFinite }.sorted { $0.day < $1.day }
    weeks = Self.weeks(of: self.days)
  }

  /// `days` in order.
  private static func weeks(of days: [DayValue]) -> [DayValue] {
    var weeks: [DayValue] = []
    for day in days {
      let monday = day.day.monday
      if let last = weeks.last, last.day == monday {
        weeks[weeks.count - 1].value += day.value
        weeks[weeks.count - 1].count += 1
      } else {
        weeks.append(DayValue(monday, day.value))
      }
    }
    return weeks.map { DayValue($0.day, $0.value / Double($0.count), count: $0.count) }
  }

  package var length: Int { range.upperBound.daysSince1970 - range.lowerBound.daysSince1970 + 1 }
  package var values: [Double] { days.map(\.value) }
  /// Some day has more than one number.
  package var hasMeans: Bool { days.contains { $0.count > 1 } }

  /// Monday to Sunday.
  package var weekdays: [GroupMean] {
    Weekday.allCases.map { weekday in GroupMean(days.filter { $0.day.weekday == weekday }.map(\.value)) }
  }

  /// The mean of the last `count` days before `ago` days from the end.
  package func mean(ofDays count: Int, before ago: Int = 0) -> GroupMean {
    let last = range.upperBound.adding(days: -ago)
    let first = last.adding(days: 1 - count)
    return GroupMean(days.filter { first <= $0.day && $0.day <= last }.map(\.value))
  }
}
