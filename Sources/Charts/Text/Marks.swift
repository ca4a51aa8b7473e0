/// Which characters a drawing may use.
package enum Marks: Equatable, Sendable {
  /// Braille dots, blocks and lines.
  case unicode
  case ascii

  var tickMark: String { self == .unicode ? "┬" : "+" }
  var line: String { self == .unicode ? "─" : "-" }
  var corner: String { self == .unicode ? "└" : "+" }
  var side: String { self == .unicode ? "│" : "|" }
  var labelledSide: String { self == .unicode ? "┤" : "+" }
  var point: Character { "*" }
  var empty: String { self == .unicode ? "·" : "." }
  var shades: [String] { self == .unicode ? ["░", "▒", "▓", "█"] : ["-", "=", "+", "#"] }
  var full: String { self == .unicode ? "█" : "#" }
  /// Parts of a full block, from one eighth.
  var parts: [String] { self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : [] }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  func set(right width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }

  var withoutTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// At most `width` cells; letters beyond Latin and Greek may take two.
  func cut(to width: Int) -> String {
    var used = 0
    var text = ""
    for character in self {
      used += character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
      if used > width { break }
      text.append(character)
    }
    return text.withoutTrailingSpaces
  }
}

/// The name of a chart and what its scale means, in one line where there is room.
enum Caption {
  static func lines(_ name: String, _ scale: Scale, width: Int) -> [String] {
    let words = scale.words
    guard !words.isEmpty else { return name.isEmpty ? [] : [name.cut(to: width)] }
    let one = name.isEmpty ? words : "\(name) (\(words))"
    if one.cut(to: width) == one.withoutTrailingSpaces { return [one.withoutTrailingSpaces] }
    return [name.cut(to: width), words.cut(to: width)].filter { !$0.isEmpty }
  }
}
