import Forms

extension [String] {
  /// `a, b and c`
  package var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Double {
  /// With one digit after the point at most: `5.2`, `5`.
  package var brief: String {
    let rounded = (self * 10).rounded() / 10
    return Form.plain(rounded == 0 ? 0 : rounded)
  }
}

extension Double {
  /// An average, always with one digit after the point: `4.0`.
  package var average: String {
    let tenths = Int((abs(self) * 10).rounded())
    return "\(self < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }
}

extension Int {
  /// `once`, `twice`, `3 times`
  package var times: String { self == 1 ? "once" : self == 2 ? "twice" : "\(self) times" }
  /// `1 day`, `3 days`
  package func of(_ one: String) -> String { self == 1 ? "1 \(one)" : "\(self) \(one)s" }
}

extension Day {
  /// `Tuesday`: says enough within seven days.
  var dayName: String { weekday.word.prefix(1).uppercased() + weekday.word.dropFirst() }
}
