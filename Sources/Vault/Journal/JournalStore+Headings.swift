import Forms
import GRDB

/// What the head of a wording says, without reading its questions.
package struct WordingHead: Equatable, Sendable {
  package var title: String
  package var kind: Form.Kind
}

extension JournalStore {
  /// The heads of wordings by their hash.
  package func heads(of wordings: Set<String>) throws(VaultError) -> [String: WordingHead] {
    guard !wordings.isEmpty else { return [:] }
    return try read { db in
      let marks = Array(repeating: "?", count: wordings.count).joined(separator: ", ")
      var heads: [String: WordingHead] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT hash, json_extract(body, '$.title') AS title, json_extract(body, '$.kind') AS kind
          FROM wording WHERE hash IN (\(marks))
          """, arguments: StatementArguments(wordings))
      while let row = try rows.next() {
        guard let kind = Form.Kind(rawValue: try row.value("kind")) else { throw VaultError.unreadableEntry }
        heads[try row.value("hash")] = WordingHead(title: try row.value("title"), kind: kind)
      }
      return heads
    }
  }
}
