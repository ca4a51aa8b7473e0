import GRDB
import Journal

extension JournalStore {
  /// Standing entries that lead from this one, oldest first.
  package func linked(to id: ULID) throws(VaultError) -> [Entry] {
    try read { db in
      // The id is 26 letters and digits, so it cannot be mistaken for anything else in the JSON of links.
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, e.form, e.id FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE e.status = 'final' AND r.links LIKE ? ORDER BY e.day, e.n
          """, arguments: ["%\(id.text)%"]
      ).map(Stored.entry)
    }
  }
}
