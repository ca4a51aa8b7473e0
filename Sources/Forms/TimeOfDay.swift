/// Hour and minute on the clock, 00:00 to 23:59.
package struct TimeOfDay: Hashable, Sendable {
  package let hour: Int, minute: Int
  package static let midnight = TimeOfDay(trusted: 0, 0)

  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.init(trusted: hour, minute)
  }

  private init(trusted hour: Int, _ minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// Reads `21:30`, `9.30`, `7`, `9pm`, `9:30 pm`, `noon`, `midnight`.
  package init?(words text: String) {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    if rest == "noon" { rest = "12:00" }
    if rest == "midnight" { rest = "00:00" }
    var shift: Int?
    for (suffix, hours) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)] where rest.hasSuffix(suffix) {
      rest.removeLast(suffix.count)
      shift = hours
      break
    }
    let parts = rest.split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
    guard (1...2).contains(parts.count), let hour = Int(parts[0]) else { return nil }
    guard let minute = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
    guard let shift else {
      self.init(hour: hour, minute: minute)
      return
    }
    guard (1...12).contains(hour) else { return nil }
    self.init(hour: hour % 12 + shift, minute: minute)
  }

  /// `21:30`
  package var iso: String { Day.pad(hour, 2) + ":" + Day.pad(minute, 2) }
}

/// A length of time in whole minutes.
package enum Minutes {
  /// Reads `7h 30m`, `7:30`, `7.5h`, `45m`, `90`. A bare number counts hours when `bareAreHours`, minutes otherwise.
  package static func read(_ text: String, bareAreHours: Bool = false) -> Int? {
    let line = text.lowercased().filter { !$0.isWhitespace }
    if line.contains(":") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]) else { return nil }
      guard (0...10_000).contains(hours), (0...59).contains(minutes) else { return nil }
      return hours * 60 + minutes
    }
    var total = 0.0
    var number = ""
    var unit = ""
    var found = false
    func close() -> Double? {
      guard let value = Double(number.replacing(",", with: ".")), value >= 0, value < 1_000_000 else { return nil }
      switch unit {
      case "h", "hr", "hrs", "hour", "hours": return value * 60
      case "m", "min", "mins", "minute", "minutes": return value
      case "": return bareAreHours && !found ? value * 60 : value
      default: return nil
      }
    }
    for character in line {
      if character.isNumber || character == "." || character == "," {
        if !unit.isEmpty {
          guard let value = close() else { return nil }
          total += value
          found = true
          (number, unit) = ("", "")
        }
        number.append(character)
      } else {
        guard !number.isEmpty else { return nil }
        unit.append(character)
      }
    }
    guard let value = close() else { return nil }
    return Int((total + value).rounded())
  }

  /// `7 h 30 min`, `45 min`
  package static func words(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }
}
