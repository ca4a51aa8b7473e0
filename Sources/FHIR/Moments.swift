import Forms

/// Days and times as FHIR writes them, in the form that answers have. What cannot be kept exactly is refused.
enum Moments {
  static func date(_ node: Node) throws(Trouble) -> String {
    guard let text = node.json.string, Day(iso: text) != nil else {
      throw Trouble("A whole date such as 2026-11-20 is needed here.", at: node)
    }
    return text
  }

  /// `21:30:00` is `21:30`.
  static func time(_ node: Node) throws(Trouble) -> String {
    guard let text = node.json.string, let time = time(text) else {
      throw Trouble("A time such as 21:30:00 is needed here, without seconds that count.", at: node)
    }
    return time
  }

  static func dateTime(_ node: Node) throws(Trouble) -> String {
    guard let text = node.json.string else { throw Trouble("A date and a time are needed here.", at: node) }
    if Day(iso: text) != nil { return text }
    let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
    guard parts.count == 2, Day(iso: parts[0]) != nil, let time = time(parts[1]) else {
      throw Trouble("A date and a time with a time zone cannot be kept exactly here.", at: node)
    }
    return "\(parts[0])T\(time)"
  }

  private static func time(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[2] == UInt8(ascii: ":"), text.hasSuffix(":00") else { return nil }
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1] else { return nil }
    return TimeOfDay(hour: hour, minute: minute)?.iso
  }
}
