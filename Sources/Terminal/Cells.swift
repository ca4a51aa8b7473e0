import CReadline

/// Display cells: what a terminal's columns hold, as libc counts them.
enum Cells {
  static func count(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return 1 }
    let cells = Int(hr_cells(scalar.value))
    // Newer than libc knows: most terminals show one cell, and Readline thinks so too.
    return cells < 0 ? 1 : cells
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
