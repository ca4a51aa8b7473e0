import Forms
import GRDB
import Journal

/// What an undo took back.
package enum Undone: Equatable, Sendable {
  /// A new entry is out of the journal again.
  case added(Entry)
  /// The entry reads as before the edit.
  case edited(Entry)
  /// A deleted entry is back.
  case deleted(Entry)
  /// A draft that was set aside is back.
  case setAside(Draft)
}

extension JournalStore {
  /// Takes back the newest change that still stands; nil when there is none.
  package func undo(at moment: Moment) throws(VaultError) -> Undone? {
    try write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT n, kind, subject, before FROM change WHERE undone = 0
          AND (kind <> 'set-aside' OR subject IN (SELECT id FROM draft)) ORDER BY n DESC LIMIT 1
          """)
      guard let row, let subject = ULID(try row.value("subject") as String) else { return nil }
      try db.execute(sql: "UPDATE change SET undone = 1 WHERE n = ?", arguments: [try row.value("n") as Int64])
      let kind: String = try row.value("kind")
      if kind == "set-aside" { return .setAside(try bringBack(subject, in: db)) }
      let head = try head(subject, in: db)
      if kind == "add" {
        var gone = try revision(head.revision, of: subject, n: head.n, in: db)
        let was = gone
        gone.status = .withdrawn
        try store(next(gone, after: head, at: moment), n: head.n, form: wording(gone.form.wording, in: db), in: db)
        return .added(was)
      }
      let earlier = try revision(row.optional("before") ?? 1, of: subject, n: head.n, in: db)
      let restored = next(earlier, after: head, at: moment)
      try store(restored, n: head.n, form: wording(earlier.form.wording, in: db), in: db)
      return kind == "delete" ? .deleted(restored) : .edited(restored)
    }
  }

  private func next(_ entry: Entry, after head: Head, at moment: Moment) -> Entry {
    var entry = entry
    entry.revision = head.revision + 1
    entry.recorded = moment
    return entry
  }

  private func bringBack(_ id: ULID, in db: Database) throws -> Draft {
    try db.execute(sql: "UPDATE draft SET aside = 0 WHERE id = ?", arguments: [id.text])
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE id = ?", arguments: [id.text]) else {
      throw VaultError.noSuchEntry
    }
    return try Stored.draft(row)
  }
}
