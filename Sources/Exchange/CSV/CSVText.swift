import Forms

/// Comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
package enum CSVText {
  package enum Cell: Equatable, Sendable, ExpressibleByStringLiteral {
    case text(String)
    case number(Double)
    package init(stringLiteral text: String) { self = .text(text) }
  }

  /// Lines, each with its line end.
  package static func lines(_ rows: [[Cell]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ cell: Cell) -> String {
    switch cell {
    case .number(let value): value.isFinite ? Form.plain(value) : ""
    case .text(let text): quoted(harmless(text))
    }
  }

  /// What a spreadsheet would run begins with one of these; an apostrophe makes it text.
  private static func harmless(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != " " }
    return first.map { "=+-@\t\r\n＝＋－＠|%".unicodeScalars.contains($0) } ?? false ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    let needed = text.unicodeScalars.contains { ",;\"\r\n\t".unicodeScalars.contains($0) } || text != text.trimmed
    return needed ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
