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
  /// Standing entries that fit, the best match first. `filter.words` must hold a word; nothing is found otherwise.
  package func search(_ filter: EntryFilter) throws(VaultError) -> [Found] {
    guard let pattern = filter.words.flatMap(Self.match) else { return [] }
    return try read { db in
      let (clauses, arguments) = Self.conditions(filter)
      // Withdrawn entries have no row among the words, so without filters there is nothing to join.
      let isNarrowed = clauses.count > 1
      let limit = filter.limit.map { " LIMIT \($0)" } ?? ""
      return try Row.fetchAll(
        db,
        sql: """
          WITH best AS (
            SELECT entry_text.rowid AS n, bm25(entry_text) AS score,
              snippet(entry_text, 0, '\(Mark.begin)', '\(Mark.end)', '…', 14) AS snippet
            FROM entry_text \(isNarrowed ? "JOIN entry e ON e.n = entry_text.rowid" : "")
            WHERE entry_text MATCH ?\(isNarrowed ? " AND " + clauses.joined(separator: " AND ") : "")
            ORDER BY score, entry_text.rowid DESC\(limit)
          )
          SELECT r.*, e.form, e.id, best.snippet FROM best JOIN entry e ON e.n = best.n
          JOIN revision r ON r.entry = e.n AND r.revision = e.revision ORDER BY best.score, e.n DESC
          """, arguments: [pattern] + (isNarrowed ? arguments : [])
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
