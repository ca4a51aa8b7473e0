import Forms
import Foundation
import GRDB
import Journal

extension JournalStore {
  /// Whether nothing of a person is in it yet: neither words, nor anybody to share with, nor questionnaires.
  package func isNew() throws(VaultError) -> Bool { try read { try isNew($0) } }

  private func isNew(_ db: Database) throws -> Bool {
    let tables = ["entry", "draft", "share", "change", "wording", "batch", "share_withdrawn"]
    let any = tables.map { "EXISTS (SELECT 1 FROM \($0))" }.joined(separator: " OR ")
    let used = try Bool.fetchOne(
      db, sql: "SELECT \(any) OR EXISTS (SELECT 1 FROM memory WHERE key IN ('recipients', 'questionnaires'))")
    return used == false
  }

  /// Fills a new journal, all or nothing; false when it is not new. Numbers, words to search, reminders and tags are made
  /// as with any entry. What the program remembers here stays, but where the other journal has a value of its own.
  package func takeIn(_ whole: WholeJournal) throws(VaultError) -> Bool {
    try write { db in
      guard try isNew(db) else { return false }
      var forms: [String: Form] = [:]
      for wording in whole.wordings {
        forms[wording.hash] = try Wordings.form(from: wording.body)
        try db.execute(
          sql: "INSERT INTO wording (hash, form, version, body) VALUES (?, ?, ?, ?)",
          arguments: [wording.hash, wording.form, wording.version, wording.body])
      }
      for batch in whole.batches {
        try db.execute(
          sql: "INSERT INTO batch (n, source, undone) VALUES (?, ?, ?)",
          arguments: [batch.number, batch.source, batch.isUndone])
        try insert(batch.accepted, batch: batch.number, in: db)
      }
      for kept in whole.entries { try insert(kept, forms: forms, in: db) }
      for kept in whole.drafts { try insert(kept.draft, wording: kept.wording, isAside: kept.isAside, in: db) }
      for change in whole.changes {
        try db.execute(
          sql: "INSERT INTO change (n, at, kind, subject, before, after, undone) VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            change.number, change.at, change.kind.rawValue, change.subject, change.before, change.after,
            change.isUndone,
          ])
      }
      for receipt in whole.shares { try insert(receipt, in: db) }
      for (entry, revision) in whole.unshared {
        try db.execute(
          sql: "INSERT INTO share_withdrawn (entry, revision) VALUES (?, ?)", arguments: [entry.text, revision])
      }
      for (key, value) in whole.memory { try put(value, as: key, in: db) }
      return true
    }
  }

  private func insert(_ kept: WholeJournal.Kept, forms: [String: Form], in db: Database) throws {
    guard let last = kept.revisions.last else { throw VaultError.unreadableEntry }
    let n = try insertHead(of: last, batch: kept.batch.map(Int64.init), in: db)
    for entry in kept.revisions {
      guard let form = forms[entry.form.wording], form.id == entry.form.id else { throw VaultError.unreadableEntry }
      try insertRevision(entry, n: n, form: form, in: db)
    }
    guard last.status == .final, let form = forms[last.form.wording] else { return }
    try index(last, n: n, form: form, in: db)
  }
}
