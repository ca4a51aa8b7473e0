import GRDB
import Journal

/// One change that still stands, as a person chooses it from a list to take it back.
package struct Change: Equatable, Sendable {
  package typealias Kind = ChangeKind

  package enum Subject: Equatable, Sendable {
    /// The entry as it is now.
    case entry(Entry)
    case draft(Draft)
    case batch(Batch)
  }

  /// Counts up with every change of the journal.
  package var number: Int64
  /// Milliseconds since 1970.
  package var at: Int64
  package var kind: Kind
  package var subject: Subject
  /// Changes of the same entry that came after and still stand, newest first: they go first.
  package var later: [Int64]
}

/// What came in with one import, or was accepted from a programme at one time.
package struct Batch: Equatable, Sendable {
  package var number: Int64
  package var source: String
  /// Entries that were brought in.
  package var count: Int
}

extension JournalStore {
  /// The newest changes that still stand, newest first.
  package func changes(limit: Int = 20) throws(VaultError) -> [Change] {
    try read { db in try standing(limit: limit, in: db) }
  }

  func standing(limit: Int, in db: Database) throws -> [Change] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT n, at, kind, subject FROM change WHERE undone = 0
        AND (kind <> 'set-aside' OR subject IN (SELECT id FROM draft)) ORDER BY n DESC LIMIT ?
        """, arguments: [limit])
    // What came after a change stands before it in this list, so nothing else has to be looked at.
    var later: [String: [Int64]] = [:]
    return try rows.map { row in
      let number: Int64 = try row.value("n")
      let subject: String = try row.value("subject")
      guard let kind = Change.Kind(rawValue: try row.value("kind")) else { throw VaultError.unreadableEntry }
      defer { later[subject, default: []].append(number) }
      return Change(
        number: number, at: try row.value("at"), kind: kind, subject: try self.subject(subject, kind, in: db),
        later: later[subject] ?? [])
    }
  }

  private func subject(_ text: String, _ kind: Change.Kind, in db: Database) throws -> Change.Subject {
    if kind == .bringIn || kind == .accept {
      guard let batch = try batch(Int64(text) ?? -1, in: db) else { throw VaultError.unreadableEntry }
      return .batch(batch)
    }
    guard let id = ULID(text) else { throw VaultError.unreadableEntry }
    if kind == .setAside {
      let row = try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE id = ?", arguments: [text])
      guard let row else { throw VaultError.noSuchEntry }
      return .draft(try Stored.draft(row))
    }
    let head = try head(id, in: db)
    return .entry(try revision(head.revision, of: id, n: head.n, in: db))
  }

  func batch(_ number: Int64, in db: Database) throws -> Batch? {
    try Row.fetchOne(
      db,
      sql: "SELECT source, (SELECT count(*) FROM entry WHERE batch = b.n) AS count FROM batch b WHERE b.n = ?",
      arguments: [number]
    ).map { row in Batch(number: number, source: try row.value("source"), count: try row.count("count")) }
  }

  /// Notes a change, so that it can be taken back.
  func record(
    _ kind: Change.Kind, _ id: ULID, before: Int?, after: Int?, at moment: Moment, in db: Database
  ) throws {
    try record(kind, subject: id.text, before: before, after: after, at: moment, in: db)
  }

  func record(
    _ kind: Change.Kind, subject: String, before: Int?, after: Int?, at moment: Moment, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO change (at, kind, subject, before, after) VALUES (?, ?, ?, ?, ?)",
      arguments: [moment.milliseconds, kind.rawValue, subject, before, after])
  }
}
