import Forms
import GRDB
import Journal

extension JournalStore {
  /// Entries that are out of the journal, the last deleted first. What an undone import brought in is left out: the same
  /// file brings it back.
  package func deleted(limit: Int? = nil) throws(VaultError) -> [Entry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, e.form, e.id FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE e.status = 'withdrawn' AND (e.batch IS NULL OR e.batch NOT IN (SELECT n FROM batch WHERE undone = 1))
          ORDER BY r.recorded DESC, e.n DESC LIMIT ?
          """, arguments: [limit ?? -1]
      ).map(Stored.entry)
    }
  }

  /// Drafts that were set aside, newest first.
  package func setAsideDrafts() throws(VaultError) -> [Draft] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM draft WHERE aside = 1 ORDER BY updated DESC").map(Stored.draft)
    }
  }

  /// Takes up a draft that was set aside. Its change no longer stands.
  package func takeUp(_ draft: ULID) throws(VaultError) {
    try write { db in
      try db.execute(sql: "UPDATE draft SET aside = 0 WHERE id = ?", arguments: [draft.text])
      try db.execute(
        sql: "UPDATE change SET undone = 1 WHERE kind = 'set-aside' AND subject = ?", arguments: [draft.text])
    }
  }

  /// Imports that were taken back, each with how many of its entries are still kept aside.
  package func undoneImports() throws(VaultError) -> [Batch] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.n, b.source, count(*) AS count FROM batch b JOIN entry e ON e.batch = b.n
          WHERE b.undone = 1 AND e.status = 'withdrawn' GROUP BY b.n ORDER BY b.n DESC
          """
      ).map { row in
        Batch(number: try row.value("n"), source: try row.value("source"), count: try row.count("count"))
      }
    }
  }

  /// Brings an entry back, or an earlier revision of it, as a new revision. Nil when that is how it reads already, or
  /// there is no such revision.
  package func restore(_ id: ULID, revision wanted: Int? = nil, at moment: Moment) throws(VaultError) -> Entry? {
    try write { db in
      let head = try head(id, in: db)
      let now = try revision(head.revision, of: id, n: head.n, in: db)
      let last = try Int.fetchOne(
        db,
        sql: "SELECT max(revision) FROM revision WHERE entry = ? AND status = 'final' AND revision <= ?",
        arguments: [head.n, wanted ?? head.revision])
      guard let last, wanted == nil || last == wanted else { return nil }
      let earlier = try revision(last, of: id, n: head.n, in: db)
      var same = earlier
      (same.revision, same.recorded) = (now.revision, now.recorded)
      guard same != now else { return nil }
      let restored = next(earlier, after: head, at: moment)
      try store(restored, n: head.n, form: wording(earlier.form.wording, in: db), in: db)
      try record(
        now.status == .withdrawn ? .restore : .edit, id, before: head.revision, after: restored.revision, at: moment,
        in: db)
      return restored
    }
  }
}
