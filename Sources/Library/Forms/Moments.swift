import Forms

/// Days and times as a form's file writes them.
enum Moments {
  /// `2026-11-20`, `21:30`, or `2026-11-20 21:30`, as answers have them; nil for anything else.
  static func read(_ text: String) -> String? {
    if Day(iso: text) != nil || isTime(text) { return text }
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }.map(String.init)
    guard parts.count == 2, Day(iso: parts[0]) != nil, isTime(parts[1]) else { return nil }
    return "\(parts[0])T\(parts[1])"
  }

  /// `21:30`
  static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else {
      return false
    }
    return parts[0] < "24" && parts[1] < "60"
  }
}
