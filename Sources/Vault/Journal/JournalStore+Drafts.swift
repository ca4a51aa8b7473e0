import Forms
import GRDB
import Journal

extension JournalStore {
  /// Stores a draft as it stands now. Durable when this returns.
  package func keep(_ draft: Draft, form: Form) throws(VaultError) {
    try write { db in
      let changed = Stored.text(draft.walk)
      try db.execute(
        sql: "UPDATE draft SET walk = ?, updated = ?, day = ? WHERE id = ?",
        arguments: [changed, draft.updated.milliseconds, draft.day.daysSince1970, draft.id.text])
      if db.changesCount > 0 { return }
      try insert(draft, wording: try keep(form, in: db), in: db)
    }
  }

  func insert(_ draft: Draft, wording: String, isAside: Bool = false, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO draft (id, form, wording, day, started, updated, zone_offset, zone, edits, links, walk, aside)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        draft.id.text, draft.walk.form, wording, draft.day.daysSince1970, draft.started.milliseconds,
        draft.updated.milliseconds, draft.updated.offset, draft.updated.zone, draft.edits?.text,
        Stored.text(draft.links), Stored.text(draft.walk), isAside,
      ])
  }

  /// Open drafts, newest first.
  package func drafts() throws(VaultError) -> [Draft] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM draft WHERE aside = 0 ORDER BY updated DESC").map(Stored.draft)
    }
  }

  package func draft(_ id: ULID) throws(VaultError) -> Draft? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE id = ?", arguments: [id.text]).map(Stored.draft)
    }
  }

  /// The form as it was worded when the draft was begun.
  package func form(of draft: Draft) throws(VaultError) -> Form {
    try read { db in
      let hash = try String.fetchOne(db, sql: "SELECT wording FROM draft WHERE id = ?", arguments: [draft.id.text])
      return try wording(hash ?? "", in: db)
    }
  }

  /// Puts a draft aside; `undo` brings it back.
  package func setAside(_ draft: ULID, at moment: Moment) throws(VaultError) {
    try write { db in
      try db.execute(sql: "UPDATE draft SET aside = 1 WHERE id = ? AND aside = 0", arguments: [draft.text])
      guard db.changesCount > 0 else { return }
      try record(.setAside, draft, before: nil, after: nil, at: moment, in: db)
    }
  }

  /// Removes a draft that holds nothing yet, leaving no trace of it.
  package func drop(_ draft: ULID) throws(VaultError) {
    try write { db in try dropDraft(draft, in: db) }
  }

  func dropDraft(_ id: ULID?, in db: Database) throws {
    guard let id else { return }
    try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [id.text])
  }
}
