import JSON

extension Session {
  /// A result for other programs.
  package func write(_ json: JSON) throws(Departure) {
    do {
      console.write(raw: Self.harmless(String(decoding: try json.canonical(), as: UTF8.self)) + "\n")
    } catch {
      throw .failed(.unexpected)
    }
  }

  /// The same JSON with an escape for each character that could steer a terminal, turn text round or hide in it.
  private static func harmless(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isSly) else { return json }
    return json.unicodeScalars.map { scalar in
      guard isSly(scalar) else { return String(scalar) }
      return scalar.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }.joined()
  }

  private static func isSly(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value == 127 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
