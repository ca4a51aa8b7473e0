extension Renderer {
  private static let gap = 2
  /// A cell of more cells than this is a sentence of its own.
  private static let longCell = 40
  private static let narrowest = 6
  /// A column of sentences that is narrower than this is hard to read.
  private static let readable = 14

  /// Columns side by side where they fit; otherwise, and in plain mode, one line a row: `Header: value; Header: value`,
  /// or, where that is too long, a line for each cell.
  func table(_ table: Table) -> [String] {
    let header = table.header.map { Line($0, letters) }
    let rows = table.rows.map { row in header.indices.map { $0 < row.count ? Line(row[$0], letters) : [] } }
    guard !header.isEmpty else { return [] }
    if !plain, let widths = columnWidths([header] + rows) {
      let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Cells.spaces(Self.gap))
      return columns(header, widths, tone: .title) + [rule]
        + rows.enumerated().flatMap { columns($1, widths, tone: .normal) + note($0, of: table) }
    }
    let sentences = rows.enumerated().map { sentence($1, header) + note($0, of: table) }
    let isLong = rows.contains { row in row.contains { $0.cells > Self.longCell } }
    guard isLong, header.count > 1 else { return sentences.flatMap { $0 } }
    return Array(rows.enumerated().map { labelled($1, header) + note($0, of: table) }.joined(separator: [""]))
  }

  /// What stands below a row, set in a little.
  private func note(_ row: Int, of table: Table) -> [String] {
    guard row < table.notes.count, !table.notes[row].plain.isEmpty else { return [] }
    return hang(Line(table.notes[row], letters), lead: "    ")
  }

  /// The widest column gives way first, down to its longest word; nil when even that does not fit.
  private func columnWidths(_ rows: [[Line]]) -> [Int]? {
    let columns = rows[0].indices
    var widths = columns.map { column in max(1, rows.map { $0[column].cells }.max() ?? 1) }
    let least = columns.map { column in
      min(
        widths[column],
        max(
          widths[column] > 2 * Self.readable ? Self.readable : Self.narrowest,
          rows.flatMap { $0[column].wrapped(to: 1 << 16) }.map(\.longestWord).max() ?? 0))
    }
    let room = width - Self.gap * (widths.count - 1)
    while widths.reduce(0, +) > room {
      let shrinkable = columns.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  private func columns(_ cells: [Line], _ widths: [Int], tone: Tone) -> [String] {
    let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { index in
      zip(wrapped, widths).map { lines, width in
        let line = index < lines.count ? lines[index] : []
        return line.text(tone: tone, colour: colour) + Cells.spaces(width - line.cells)
      }
      .joined(separator: Cells.spaces(Self.gap)).withoutTrailingSpaces
    }
  }

  /// The first cell stands at the margin, each of the others below it with its header.
  private func labelled(_ cells: [Line], _ header: [Line]) -> [String] {
    zip(header, cells).enumerated().filter { !$0.element.1.isEmpty }.flatMap { index, part in
      let (name, value) = part
      let line = name.isEmpty ? value : name + Line(": ") + value
      return index == 0 ? hangingBehind(line) : hang(line, lead: "  ")
    }
  }

  private func sentence(_ cells: [Line], _ header: [Line]) -> [String] {
    let parts = zip(header, cells).filter { !$1.isEmpty }.map { name, value in
      name.isEmpty ? value : name + Line(": ") + value
    }
    return hangingBehind(Line(parts.joined(separator: Line("; "))))
  }
}

extension [Glyph] {
  fileprivate var longestWord: Int { split { $0.character == " " }.map { Array($0).cells }.max() ?? 0 }
}
