/// The part of a programme that may be read before unlock: whom to call by day and at night, and what to do first.
package struct PublicProgramme: Equatable, Sendable {
  package var name = ""
  package var hours: String?
  package var day: String?
  package var night: String?
  package var steps: [String] = []

  package init() {}

  static let prefix = "programme-"

  /// Lines of the settings file, one for each step.
  var lines: [String] {
    let named = [("name", name.isEmpty ? nil : name), ("hours", hours), ("day", day), ("night", night)]
    return named.compactMap { key, value in value.map { "\(Self.prefix)\(key) = \($0.oneLine)" } }
      + steps.map { "\(Self.prefix)step = \($0.oneLine)" }
  }

  mutating func set(_ key: String, _ value: String) -> Bool {
    guard !value.isEmpty, value.utf8.count <= 500 else { return false }
    switch key {
    case "name": name = value
    case "hours": hours = value
    case "day": day = value
    case "night": night = value
    case "step" where steps.count < 12: steps.append(value)
    default: return false
    }
    return true
  }
}
