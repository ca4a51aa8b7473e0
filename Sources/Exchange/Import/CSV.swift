/// Rows of a CSV file as RFC 4180 has them, and a little looser: the sign between the cells is found, and a quote inside
/// a bare cell is only a quote.
package struct CSV: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// Where it begins in the file, from 1.
    package var line: Int
    package var cells: [String]
  }
  package var header: [String]
  package var rows: [Row]

  package static let mostRows = 100_000
  package static let mostColumns = 100

  package init(reading bytes: [UInt8]) throws(ImportError) {
    var reader = CSVReader(bytes: bytes, separator: Self.separator(bytes))
    var header: [String]?
    rows = []
    while let row = try reader.next() {
      guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
      if header == nil {
        header = row.cells.map { $0.filter { $0 != "\u{FEFF}" } }
        continue
      }
      guard rows.count < Self.mostRows else { throw .tooManyRows(limit: Self.mostRows) }
      rows.append(row)
    }
    self.header = header ?? []
  }

  /// The sign that comes most often in the first line, outside of quotes.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !counts.isEmpty { break }
      if ",;\t|".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }

  /// The place of a column, whatever its case and the spaces around it.
  func column(_ names: String...) -> Int? {
    header.firstIndex { name in
      names.contains {
        $0.lowercased() == name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
  }
}

private struct CSVReader {
  let bytes: [UInt8]
  let separator: UInt8
  var at = 0
  var line = 1

  init(bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  mutating func next() throws(ImportError) -> CSV.Row? {
    guard at < bytes.count else { return nil }
    var row = CSV.Row(line: line, cells: [])
    while true {
      row.cells.append(try cell())
      guard row.cells.count <= CSV.mostColumns else { throw .tooManyColumns(line: row.line) }
      guard at < bytes.count else { return row }
      if bytes[at] == separator {
        at += 1
        continue
      }
      endLine()
      return row
    }
  }

  private mutating func endLine() {
    if bytes[at] == UInt8(ascii: "\r"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\n") { at += 1 }
    at += 1
    line += 1
  }

  private mutating func cell() throws(ImportError) -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return bare() }
    let start = line
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        guard at < bytes.count, bytes[at] == byte else {
          // What follows the closing quote up to the next sign belongs to the cell.
          return String(decoding: text, as: UTF8.self) + bare()
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      text.append(byte)
      at += 1
    }
    throw .openQuote(line: start)
  }

  private mutating func bare() -> String {
    let start = at
    while at < bytes.count, bytes[at] != separator, bytes[at] != UInt8(ascii: "\n"), bytes[at] != UInt8(ascii: "\r") {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
