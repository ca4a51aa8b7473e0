import Forms

/// Days and times as programs write them.
package enum PastDates {
  /// What stands first where a date is three numbers.
  package enum Order: String, Sendable, CaseIterable { case dmy, mdy, ymd }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The day in `text`, and the time behind it where there is one.
  static func read(_ text: String, order: Order) -> (day: Day, time: TimeOfDay?)? {
    let text = text.trimmed
    let end = text.firstIndex { $0 == " " || $0 == "T" || $0 == "," } ?? text.endIndex
    if let day = day(String(text[..<end]), order: order) {
      let rest = text[end...].drop { " T,".contains($0) }
      return (day, time(String(rest)))
    }
    return named(text).map { ($0, nil) }
  }

  /// `21:30`, `9:30 pm`, `21:30:05`, `21:30:05.123Z`
  static func time(_ text: String) -> TimeOfDay? {
    let text = text.trimmed
    if let time = TimeOfDay(words: text) { return text.contains(":") || !text.allSatisfy(\.isNumber) ? time : nil }
    let parts = text.split(separator: ":")
    guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    let tail = String(parts[2].drop { $0.isNumber || $0 == "." }).trimmed
    if ["am", "pm"].contains(tail.lowercased()) { return TimeOfDay(words: "\(hour):\(parts[1]) \(tail)") }
    return TimeOfDay(hour: hour, minute: minute)
  }

  private static func day(_ text: String, order: Order) -> Day? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
    guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { return nil }
    if parts[0].count == 4 { return Day(year: first, month: second, day: third) }
    let year = parts[2].count == 2 ? third + (third < 70 ? 2000 : 1900) : third
    guard parts[2].count == 4 || parts[2].count == 2 else { return nil }
    return order == .mdy ? Day(year: year, month: first, day: second) : Day(year: year, month: second, day: first)
  }

  /// `28 September 2021`, `September 28, 2021`
  private static func named(_ text: String) -> Day? {
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == "." }.map { $0.lowercased() }
    guard words.count == 3, let year = Int(words[2]), words[2].count == 4 else { return nil }
    for (day, month) in [(0, 1), (1, 0)] {
      if let number = Int(words[day]), words[month].count >= 3,
        let place = months.firstIndex(where: { words[month].hasPrefix($0) })
      {
        return Day(year: year, month: place + 1, day: number)
      }
    }
    return nil
  }

  /// The order that a whole column has; nil where every date could be read both ways.
  package static func order(of column: [String]) -> Order? {
    var order: Order?
    for text in column {
      let parts = text.trimmed.split { "-/.".contains($0) }.map { $0.prefix { $0.isNumber } }
      guard parts.count >= 3 else { continue }
      if parts[0].count == 4 || text.contains(".") { return parts[0].count == 4 ? .ymd : .dmy }
      if let first = Int(parts[0]), first > 12 { return .dmy }
      if let second = Int(parts[1]), second > 12 { return .mdy }
      order = order ?? (parts[0] == parts[1] ? .dmy : nil)
    }
    // Where no date has three numbers, there is nothing to ask about.
    return column.contains { $0.contains("/") || $0.split(separator: "-").count == 3 } ? order : .ymd
  }
}
