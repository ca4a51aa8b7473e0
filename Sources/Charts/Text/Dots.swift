/// A canvas of dots, two by four in a braille character, or one star a character.
struct Dots {
  let columns: Int, rows: Int
  let marks: Marks
  private var cells: [UInt8]

  init(columns: Int, rows: Int, marks: Marks) {
    self.columns = columns
    self.rows = rows
    self.marks = marks
    cells = Array(repeating: 0, count: columns * rows)
  }

  var width: Int { marks == .unicode ? columns * 2 : columns }
  var height: Int { marks == .unicode ? rows * 4 : rows }

  /// Braille bits by column and row of the dot.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  mutating func mark(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    if marks == .unicode {
      cells[y / 4 * columns + x / 2] |= Self.bits[x % 2][y % 4]
    } else {
      cells[y * columns + x] = 1
    }
  }

  /// A straight line, both ends included.
  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y))
    guard steps > 0 else { return mark(a.x, a.y) }
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      mark(
        a.x + Int((Double(b.x - a.x) * share).rounded()), a.y + Int((Double(b.y - a.y) * share).rounded()))
    }
  }

  func row(_ row: Int) -> String {
    String(
      cells[row * columns..<(row + 1) * columns].map { cell -> Character in
        guard cell != 0 else { return " " }
        guard marks == .unicode, let scalar = Unicode.Scalar(0x2800 + UInt32(cell)) else { return marks.point }
        return Character(scalar)
      })
  }
}
