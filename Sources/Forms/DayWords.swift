extension Day {
  /// Which way a bare weekday points.
  package enum Direction: Sendable { case past, future }

  /// Reads `today`, `yesterday`, `tomorrow`, `mon`, `last tuesday`, `next fri`, `in 4 weeks`, `3 days ago`, `2026-11-20`.
  /// A bare weekday is today or the nearest one in `direction`.
  package init?(words text: String, today: Day, toward direction: Direction) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 1 {
      switch first {
      case "today", "now": self = today
      case "yesterday": self = today.adding(days: -1)
      case "tomorrow": self = today.adding(days: 1)
      default:
        if let day = Day(iso: first) {
          self = day
        } else if let weekday = Weekday(word: first) {
          self = today.nearest(weekday, toward: direction, excludingSelf: false)
        } else {
          return nil
        }
      }
      return
    }
    if words.count == 2, let weekday = Weekday(word: words[1]) {
      switch first {
      case "last": self = today.nearest(weekday, toward: .past, excludingSelf: true)
      case "next": self = today.nearest(weekday, toward: .future, excludingSelf: true)
      case "this": self = today.nearest(weekday, toward: direction, excludingSelf: false)
      default: return nil
      }
      return
    }
    var rest = words
    var sign = direction == .past ? -1 : 1
    if first == "in" {
      rest.removeFirst()
      sign = 1
    } else if rest.last == "ago" {
      rest.removeLast()
      sign = -1
    }
    guard rest.count == 2, let count = rest[0] == "a" ? 1 : Int(rest[0]), (0...3660).contains(count) else { return nil }
    switch rest[1] {
    case "day", "days": self = today.adding(days: sign * count)
    case "week", "weeks": self = today.adding(days: sign * count * 7)
    default: return nil
    }
  }

  private func nearest(_ wanted: Weekday, toward direction: Direction, excludingSelf: Bool) -> Day {
    let ahead = ((wanted.rawValue - weekday.rawValue) % 7 + 7) % 7
    if ahead == 0 { return excludingSelf ? adding(days: direction == .past ? -7 : 7) : self }
    return adding(days: direction == .past ? ahead - 7 : ahead)
  }
}

extension Weekday {
  /// Reads `mon`, `monday` and anything between.
  package init?(word: String) {
    let matches = Weekday.allCases.filter { $0.word.hasPrefix(word) }
    guard word.count >= 3, matches.count == 1 else { return nil }
    self = matches[0]
  }
}
