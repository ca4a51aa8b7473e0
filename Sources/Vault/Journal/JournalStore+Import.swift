import Forms
import GRDB
import Journal

/// What of a file's entries is here already.
package struct KnownEntries: Equatable, Sendable {
  /// In the journal now, or deleted by the person, who need not delete them again.
  package var standing: Set<ULID> = []
  package var deleted: Set<ULID> = []
  /// Taken back with an import, and brought in again by the next.
  package var takenBack: Set<ULID> = []
  package init() {}
}

private struct ImportStopped: Error {}

extension JournalStore {
  package func known(_ ids: [ULID]) throws(VaultError) -> KnownEntries {
    try read { db in
      var known = KnownEntries()
      let wanted = Set(ids.map(\.text))
      // Only what came in with an import can be met again, so that a first one has nothing to look through.
      let rows = try Row.fetchCursor(
        db, sql: "SELECT e.id, e.status, b.undone FROM entry e JOIN batch b ON b.n = e.batch")
      while let row = try rows.next() {
        let text: String = try row.value("id")
        guard wanted.contains(text), let id = ULID(text) else { continue }
        if try row.value("status") == "final" {
          known.standing.insert(id)
        } else if try row.value("undone") == 1 {
          known.takenBack.insert(id)
        } else {
          known.deleted.insert(id)
        }
      }
      return known
    }
  }

  /// Brings in entries of another program, all or none, as one change. `goesOn` is told how many are in, and stops it by
  /// false. Returns how many came in; nil when it was stopped. What is here, or was deleted here, is left as it is.
  package func bringIn(
    _ entries: [Entry], forms: [String: Form], from source: String, at moment: Moment, goesOn: (Int) -> Bool
  ) throws(VaultError) -> Int? {
    let known = try known(entries.map(\.id))
    let new = entries.filter { !known.standing.contains($0.id) && !known.deleted.contains($0.id) }
    guard !new.isEmpty else { return 0 }
    do {
      try vault.database.write { db in
        try db.execute(sql: "INSERT INTO batch (source) VALUES (?)", arguments: [source])
        let batch = db.lastInsertedRowID
        for (place, entry) in new.enumerated() {
          guard place % 64 != 0 || goesOn(place) else { throw ImportStopped() }
          guard let form = forms[entry.form.id] else { throw VaultError.unreadableEntry }
          try put(entry, form: form, again: known.takenBack.contains(entry.id), batch: batch, in: db)
        }
        try record(.bringIn, subject: String(batch), before: nil, after: nil, at: moment, in: db)
      }
    } catch is ImportStopped {
      return nil
    } catch {
      throw vault.cause(of: error)
    }
    return new.count
  }

  private func put(_ entry: Entry, form: Form, again: Bool, batch: Int64, in db: Database) throws {
    guard again else {
      let n = try insertHead(of: entry, batch: batch, in: db)
      try insertRevision(entry, n: n, form: form, in: db)
      return try index(entry, n: n, form: form, in: db)
    }
    let head = try head(entry.id, in: db)
    var entry = entry
    entry.revision = head.revision + 1
    try store(entry, n: head.n, form: form, in: db)
    try db.execute(sql: "UPDATE entry SET batch = ? WHERE n = ?", arguments: [batch, head.n])
  }
}
