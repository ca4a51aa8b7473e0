import Foundation
import GRDB
import Journal

extension JournalStore {
  /// All that is in the journal, but these values of the program itself.
  package func everything(leavingOut keys: Set<String>) throws(VaultError) -> WholeJournal {
    try read { db in
      var whole = WholeJournal()
      whole.wordings = try Row.fetchAll(db, sql: "SELECT * FROM wording ORDER BY form, version, hash").map { row in
        WholeJournal.Wording(
          hash: try row.value("hash"), form: try row.value("form"), version: try row.count("version"),
          body: try row.value("body"))
      }
      whole.batches = try Row.fetchAll(db, sql: "SELECT * FROM batch ORDER BY n").map { row in
        WholeJournal.Batch(
          number: try row.count("n"), source: try row.value("source"), isUndone: try row.value("undone"),
          accepted: try accepted(row.value("n"), in: db))
      }
      whole.entries = try allEntries(db)
      whole.drafts = try Row.fetchAll(db, sql: "SELECT * FROM draft ORDER BY id").map { row in
        WholeJournal.KeptDraft(
          draft: try Stored.draft(row), wording: try row.value("wording"), isAside: try row.value("aside"))
      }
      whole.changes = try Row.fetchAll(db, sql: "SELECT * FROM change ORDER BY n").map(Self.change)
      whole.shares = try Row.fetchAll(db, sql: "SELECT * FROM share ORDER BY n").map { row in
        var receipt = try Self.receipt(row)
        receipt.sent = try Row.fetchAll(
          db, sql: "SELECT * FROM share_entry WHERE share = ? ORDER BY entry", arguments: [try row.value("n") as Int64]
        ).map(Self.sent)
        return receipt
      }
      for row in try Row.fetchAll(db, sql: "SELECT entry, revision FROM share_withdrawn") {
        whole.unshared[try row.id("entry")] = try row.count("revision")
      }
      for row in try Row.fetchAll(db, sql: "SELECT key, value FROM memory") {
        let key: String = try row.value("key")
        if !keys.contains(key) { whole.memory[key] = Array(try row.value("value") as Data) }
      }
      return whole
    }
  }

  private func allEntries(_ db: Database) throws -> [WholeJournal.Kept] {
    var entries: [WholeJournal.Kept] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.*, e.form, e.id, e.batch FROM entry e JOIN revision r ON r.entry = e.n ORDER BY e.n, r.revision
        """)
    while let row = try rows.next() {
      let entry = try Stored.entry(row)
      if entries.last?.revisions.last?.id == entry.id {
        entries[entries.count - 1].revisions.append(entry)
      } else {
        entries.append(WholeJournal.Kept(revisions: [entry], batch: try row.optional("batch")))
      }
    }
    return entries
  }

  private static func change(_ row: Row) throws -> WholeJournal.Change {
    guard let kind = ChangeKind(rawValue: try row.value("kind")) else { throw VaultError.unreadableEntry }
    return WholeJournal.Change(
      number: try row.count("n"), at: try row.value("at"), kind: kind, subject: try row.value("subject"),
      before: try row.optional("before"), after: try row.optional("after"), isUndone: try row.value("undone"))
  }
}
