import CReadline
import Glibc

/// Makes text from a person or a file harmless to show: what could steer the terminal or mislead the eye is replaced visibly.
enum SafeText {
  /// One line: line ends and tabs are spaces.
  static func line(_ text: String, _ letters: Letters = .unicode) -> String {
    clean(text, letters, lineEnd: " ")
  }

  /// As many lines as the text has.
  static func lines(_ text: String, _ letters: Letters = .unicode) -> [String] {
    clean(text, letters, lineEnd: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func clean(_ text: String, _ letters: Letters, lineEnd: Unicode.Scalar) -> String {
    var safe = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where before == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": safe.append(lineEnd)
      case "\t": safe.append(contentsOf: lineEnd == "\n" ? "    ".unicodeScalars : " ".unicodeScalars)
      default: safe.append(isHarmless(scalar, after: before) ? scalar : "\u{FFFD}")
      }
      before = scalar
    }
    let shown = String(safe)
    return letters == .ascii ? ascii(shown) : shown
  }

  private static func isHarmless(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    // Joiners, direction marks and variation selectors belong to scripts and emoji; after ASCII they only hide or deceive.
    case 0x200C...0x200F, 0x061C: !before.isASCII && isHarmless(before, after: "\u{FFFD}")
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: !before.isASCII || "0123456789#*".unicodeScalars.contains(before)
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x00AD, 0x034F: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  private static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    guard let folded = hr_ascii(text) else { return String(text.map { $0.isASCII ? $0 : "?" }) }
    defer { free(folded) }
    return String(cString: folded)
  }
}
