import Forms
import GRDB
import Journal

/// An entry that a search found, with the words around what was looked for.
package struct Found: Equatable, Sendable {
  package struct Piece: Equatable, Sendable {
    package var text: String
    /// One of the words that were looked for.
    package var isMatch: Bool
    package init(text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }
  package var entry: Entry
  package var snippet: [Piece]
}

extension JournalStore {
  /// More than this are not ranked against each other where a list is cut short: of a word that stands nearly everywhere
  /// the newest entries are the ones looked for. It keeps a search of ten years at a few milliseconds.
  package static let mostRanked = 2_000

  /// How many standing entries fit. `filter.words` must hold a word.
  package func searchCount(_ filter: EntryFilter) throws(VaultError) -> Int {
    guard let pattern = filter.words.flatMap(Self.match) else { return 0 }
    return try read { db in
      let (source, arguments) = Self.source(filter, pattern)
      return try Int.fetchOne(db, sql: "SELECT count(*) \(source)", arguments: arguments) ?? 0
    }
  }

  /// Withdrawn entries have no row among the words, so without filters there is nothing to join.
  private static func source(_ filter: EntryFilter, _ pattern: String) -> (sql: String, arguments: StatementArguments) {
    let (clauses, arguments) = conditions(filter)
    guard clauses.count > 1 else { return ("FROM entry_text WHERE entry_text MATCH ?", [pattern]) }
    return (
      "FROM entry_text JOIN entry e ON e.n = entry_text.rowid WHERE entry_text MATCH ? AND "
        + clauses.joined(separator: " AND "), [pattern] + arguments
    )
  }

  /// Standing entries that fit, the best match first. `filter.words` must hold a word; nothing is found otherwise.
  package func search(_ filter: EntryFilter) throws(VaultError) -> [Found] {
    guard let pattern = filter.words.flatMap(Self.match) else { return [] }
    return try read { db in
      let (source, arguments) = Self.source(filter, pattern)
      let limit = filter.limit.map { " LIMIT \($0)" } ?? ""
      let oldest =
        try limit.isEmpty
        ? nil
        : Int64.fetchOne(
          db,
          sql: "SELECT entry_text.rowid \(source) ORDER BY entry_text.rowid DESC LIMIT 1 OFFSET \(Self.mostRanked - 1)",
          arguments: arguments)
      return try Row.fetchAll(
        db,
        sql: """
          WITH best AS (
            SELECT entry_text.rowid AS n, bm25(entry_text) AS score,
              snippet(entry_text, 0, '\(Mark.begin)', '\(Mark.end)', '…', 14) AS snippet
            \(source) AND entry_text.rowid >= ? ORDER BY score, entry_text.rowid DESC\(limit)
          )
          SELECT r.*, e.form, e.id, best.snippet FROM best JOIN entry e ON e.n = best.n
          JOIN revision r ON r.entry = e.n AND r.revision = e.revision ORDER BY best.score, e.n DESC
          """, arguments: arguments + [oldest ?? 0]
      ).map { row in Found(entry: try Stored.entry(row), snippet: Mark.pieces(try row.value("snippet"))) }
    }
  }

  /// The names of all forms that were ever filled in.
  package func formsInUse() throws(VaultError) -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT DISTINCT form FROM wording ORDER BY form") }
  }
}

/// Around a match in a snippet: two code points for private use, which no keyboard types.
private enum Mark {
  static let begin: Character = "\u{10FFFC}"
  static let end: Character = "\u{10FFFD}"

  static func pieces(_ snippet: String) -> [Found.Piece] {
    var pieces: [Found.Piece] = []
    var text = ""
    var isMatch = false
    func close() {
      if !text.isEmpty { pieces.append(.init(text: text, isMatch: isMatch)) }
      text = ""
    }
    for scalar in snippet.unicodeScalars {
      switch Character(scalar) {
      case begin, end:
        close()
        isMatch = Character(scalar) == begin
      default: text.unicodeScalars.append(scalar)
      }
    }
    close()
    return pieces
  }
}
