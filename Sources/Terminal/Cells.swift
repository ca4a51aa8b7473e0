import CReadline

/// Display cells: what a terminal's columns hold, as libc counts them.
enum Cells {
  static func count(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x7F ? 1 : max(0, Int(hr_cells(scalar.value)))
  }

  static func count(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + count($1) }
  }

  static func count(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + count($1) }
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  static func pad(_ text: String, to width: Int) -> String { text + spaces(width - count(text)) }
}
