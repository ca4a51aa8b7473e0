import Forms

extension Day {
  /// The Monday of its week.
  package var monday: Day { adding(days: -weekday.rawValue) }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  /// `Nov`
  package var monthName: String { Self.months[month - 1] }
  /// `2 Nov`
  package var dayAndMonth: String { "\(day) \(monthName)" }
}

extension Weekday {
  /// `Monday`
  package var name: String { word.prefix(1).uppercased() + word.dropFirst() }
  /// `Mon`
  package var shortName: String { String(name.prefix(3)) }
}
