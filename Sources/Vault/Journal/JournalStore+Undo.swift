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
  /// An entry that was brought back is out again.
  case restored(Entry)
  /// A draft that was set aside is back.
  case setAside(Draft)
  /// What an import brought in is out again, but `kept` entries, which the person has changed since.
  case imported(Batch, kept: Int)
  /// What was accepted from a programme is out again, but `kept` entries, which the person has changed since.
  case accepted(Batch, kept: Int)
}

extension JournalStore {
  /// Takes back the newest change that still stands; nil when there is none.
  package func undo(at moment: Moment) throws(VaultError) -> Undone? {
    try write { db in
      guard let newest = try standing(limit: 1, in: db).first else { return nil }
      return try takeBack(newest.number, at: moment, in: db)
    }
  }

  /// Takes back these changes, in this order, all or none. A later change of the same entry has to stand before an
  /// earlier one.
  package func undo(_ numbers: [Int64], at moment: Moment) throws(VaultError) -> [Undone] {
    try write { db in try numbers.map { try takeBack($0, at: moment, in: db) } }
  }

  private func takeBack(_ number: Int64, at moment: Moment, in db: Database) throws -> Undone {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT kind, subject, before FROM change c WHERE n = ? AND undone = 0
        AND NOT EXISTS (SELECT 1 FROM change l WHERE l.n > c.n AND l.subject = c.subject AND l.undone = 0)
        """, arguments: [number])
    guard let row, let kind = Change.Kind(rawValue: try row.value("kind")) else { throw VaultError.noSuchEntry }
    try db.execute(sql: "UPDATE change SET undone = 1 WHERE n = ?", arguments: [number])
    let text: String = try row.value("subject")
    if kind == .bringIn { return try takeOut(batch: Int64(text) ?? -1, since: number, at: moment, in: db) }
    if kind == .accept { return try takeOut(accepted: Int64(text) ?? -1, since: number, at: moment, in: db) }
    guard let subject = ULID(text) else { throw VaultError.unreadableEntry }
    if kind == .setAside { return .setAside(try takeUp(subject, in: db)) }
    let head = try head(subject, in: db)
    if kind == .add {
      let was = try revision(head.revision, of: subject, n: head.n, in: db)
      try withdraw(subject, head, at: moment, in: db)
      return .added(was)
    }
    let earlier = try revision(row.optional("before") ?? 1, of: subject, n: head.n, in: db)
    let restored = next(earlier, after: head, at: moment)
    try store(restored, n: head.n, form: wording(earlier.form.wording, in: db), in: db)
    switch kind {
    case .delete: return .deleted(restored)
    case .restore: return .restored(restored)
    default: return .edited(restored)
    }
  }

  func next(_ entry: Entry, after head: Head, at moment: Moment) -> Entry {
    var entry = entry
    entry.revision = head.revision + 1
    entry.recorded = moment
    return entry
  }

  private func takeUp(_ id: ULID, in db: Database) throws -> Draft {
    try db.execute(sql: "UPDATE draft SET aside = 0 WHERE id = ?", arguments: [id.text])
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE id = ?", arguments: [id.text]) else {
      throw VaultError.noSuchEntry
    }
    return try Stored.draft(row)
  }

  /// Withdraws what an import brought in, but what has been changed since. One statement for each table: an import may
  /// hold ten years.
  private func takeOut(batch number: Int64, since change: Int64, at moment: Moment, in db: Database) throws -> Undone {
    guard let batch = try batch(number, in: db) else { throw VaultError.unreadableEntry }
    try db.execute(sql: "UPDATE batch SET undone = 1 WHERE n = ?", arguments: [number])
    let touched = "SELECT subject FROM change WHERE n > \(change) AND undone = 0"
    let gone = "SELECT n FROM entry WHERE batch = \(number) AND status = 'final' AND id NOT IN (\(touched))"
    try db.execute(
      sql: """
        INSERT INTO revision (entry, revision, status, version, wording, day, part, recorded, zone_offset, zone, answers,
          links, tags)
        SELECT r.entry, r.revision + 1, 'withdrawn', r.version, r.wording, r.day, r.part, ?, ?, ?, r.answers, r.links, r.tags
        FROM revision r JOIN entry e ON e.n = r.entry AND e.revision = r.revision WHERE e.n IN (\(gone))
        """, arguments: [moment.milliseconds, moment.offset, moment.zone])
    for table in ["number", "reminder", "tag"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE entry IN (\(gone))")
    }
    try db.execute(sql: "DELETE FROM entry_text WHERE rowid IN (\(gone))")
    try db.execute(sql: "UPDATE entry SET status = 'withdrawn', revision = revision + 1 WHERE n IN (\(gone))")
    let kept = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM entry WHERE batch = ? AND status = 'final'", arguments: [number])
    return .imported(batch, kept: kept ?? 0)
  }
}
