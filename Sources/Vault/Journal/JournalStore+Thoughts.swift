import Forms
import GRDB
import Journal

extension JournalStore {
  /// Thought records as far as patterns need them, oldest first; only these answers are taken out of each.
  package func thoughtRecords() throws(VaultError) -> [ThoughtPatterns.Record] {
    try read { db in
      let later = try lookedAgain(db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT e.id, e.day, coalesce(
              json_extract(r.answers, '$.hot'), json_extract(r.answers, '$.thoughts[0]'),
              json_extract(r.answers, '$.thought')),
            CASE WHEN e.form = 'thought-record-7' THEN coalesce(json_extract(r.answers, '$.traps'), '[]') END,
            json_extract(r.answers, '$."belief-before"'), json_extract(r.answers, '$."belief-after"')
          FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE e.status = 'final' AND e.form IN ('thought-record-5', 'thought-record-7') ORDER BY e.day, e.n
          """)
      var records: [ThoughtPatterns.Record] = []
      while let row = try rows.next() {
        let id: String = try row.at(0)
        records.append(
          ThoughtPatterns.Record(
            entry: String(id.suffix(4)).lowercased(), day: try row.day(at: 1), thought: try row.optional(at: 2) ?? "",
            traps: try row.optional(at: 3).map { try Stored.json($0).array?.compactMap(\.string) ?? [] },
            before: try row.optional(at: 4), after: try row.optional(at: 5), later: later[id]))
      }
      return records
    }
  }

  /// The newest belief of each record that was looked at again, by the record's id.
  private func lookedAgain(_ db: Database) throws -> [String: Double] {
    var beliefs: [String: Double] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.links, json_extract(r.answers, '$."belief-now"')
        FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
        WHERE e.status = 'final' AND e.form = 'look-again' ORDER BY e.day, e.n
        """)
    while let row = try rows.next() {
      guard let belief: Double = try row.optional(at: 1) else { continue }
      for link in try Stored.links(row.at(0)) { beliefs[link.entry.text] = belief }
    }
    return beliefs
  }
}
