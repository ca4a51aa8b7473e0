/// The plain file `settings` in the home folder: nothing private, readable before unlock.
/// Lines of `name = value`; what is unknown or wrong is left as it is and counts as not set.
package struct Settings: Equatable, Sendable {
  package var region: String?
  package var language: String?
  /// Minutes without a key before the vault locks, 1 to 240.
  package var idleMinutes = 10
  package var plain = false
  /// Lines this version does not know, kept when the file is written.
  package var others: [String] = []

  package init() {}

  package static let defaultIdle = 10

  package init(reading text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        others.append(String(line))
        continue
      }
      let name = String(parts[0].filter { !$0.isWhitespace })
      let value = String(parts[1].drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      if !set(name, value) { others.append(String(line)) }
    }
  }

  /// False when the name is unknown or the value does not fit it.
  package mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "region":
      let code = value.uppercased()
      guard code.count == 2, code.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
      region = code == "UK" ? "GB" : code
    case "language":
      guard (2...3).contains(value.count), value.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
      language = value.lowercased()
    case "idle":
      guard let minutes = Int(value), (1...240).contains(minutes) else { return false }
      idleMinutes = minutes
    case "plain":
      guard let flag = ["yes": true, "on": true, "no": false, "off": false][value.lowercased()] else { return false }
      plain = flag
    default: return false
    }
    return true
  }

  package var text: String {
    var lines: [String] = []
    if let region { lines.append("region = \(region)") }
    if let language { lines.append("language = \(language)") }
    if idleMinutes != Self.defaultIdle { lines.append("idle = \(idleMinutes)") }
    if plain { lines.append("plain = yes") }
    return (lines + others).map { $0 + "\n" }.joined()
  }

  package static func read(inHome home: String) -> Settings {
    guard case .success(let bytes) = PlainFile.read(home + "/settings", limit: 65_536) else { return Settings() }
    return Settings(reading: String(decoding: bytes, as: UTF8.self))
  }

  package func write(inHome home: String) throws(Departure) {
    try PlainFile.replace(home + "/settings", with: Array(text.utf8), what: "the settings")
  }
}
