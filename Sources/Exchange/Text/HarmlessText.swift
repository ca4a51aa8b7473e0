/// Words from a file of somebody else, fit to be shown, printed and pasted: what steers a terminal, turns text around or
/// piles marks on a letter is taken out. The file's own bytes stay as they came.
package enum HarmlessText {
  /// So many marks one letter may carry.
  private static let marks = 4

  /// Line ends stay.
  package static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
    var safe = String.UnicodeScalarView()
    var pile = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark:
        pile += 1
        if pile <= marks { safe.append(scalar) }
        continue
      case .control:
        if scalar == "\n" || scalar == "\u{85}" { safe.append("\n") } else { safe.append(" ") }
      case .lineSeparator, .paragraphSeparator: safe.append("\n")
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}": continue
      case .surrogate, .unassigned, .privateUse: safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
      pile = 0
    }
    return String(safe)
  }

  /// The same in one line.
  package static func line(_ text: String) -> String {
    self.text(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
