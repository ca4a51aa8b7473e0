/// The plain file `settings` in the home folder: nothing private, readable before unlock.
/// Lines of `name = value`; what is unknown or wrong is left as it is and counts as not set.
package struct Settings: Equatable, Sendable {
  package var region: String?
  package var language: String?
  /// Seconds without a key before the journal locks, at most four hours.
  package var idleSeconds = Self.defaultIdle
  package var plain = false
  /// What of the programme may stand in `crisis` before unlock.
  package var programme: PublicProgramme?
  /// Lines this version does not know, kept when the file is written.
  package var others: [String] = []

  package init() {}

  package static let defaultIdle = 600

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
      let inSeconds = value.hasSuffix("s")
      guard let number = Int(inSeconds ? String(value.dropLast()) : value), (1...14_400).contains(number) else {
        return false
      }
      let seconds = inSeconds ? number : number * 60
      guard seconds <= 14_400 else { return false }
      idleSeconds = seconds
    case "plain":
      guard let flag = ["yes": true, "on": true, "no": false, "off": false][value.lowercased()] else { return false }
      plain = flag
    case _ where name.hasPrefix(PublicProgramme.prefix):
      var programme = programme ?? PublicProgramme()
      guard programme.set(String(name.dropFirst(PublicProgramme.prefix.count)), value) else { return false }
      self.programme = programme
    default: return false
    }
    return true
  }

  /// `10` for minutes, `45s` for seconds.
  package var idleText: String { idleSeconds % 60 == 0 ? String(idleSeconds / 60) : "\(idleSeconds)s" }

  package var text: String {
    var lines: [String] = []
    if let region { lines.append("region = \(region)") }
    if let language { lines.append("language = \(language)") }
    if idleSeconds != Self.defaultIdle { lines.append("idle = \(idleText)") }
    if plain { lines.append("plain = yes") }
    lines += programme?.lines ?? []
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
