import Forms
import GRDB
import Journal

/// What is to be erased for good.
package enum Erasure: Equatable, Sendable {
  case entry(ULID)
  case draft(ULID)
  /// What an import brought in and was taken back.
  case batch(Int64)
}

extension JournalStore {
  /// Removes every trace: revisions, drafts, numbers, words, reminders, tags, the records of undo, links to it, and forms
  /// that nothing else was answered on. Then the vault is written anew, and the older file beside it goes. What is gone
  /// already is no error, so that it can be asked for again.
  package func erase(_ what: Erasure) throws(VaultError) {
    try write { db in
      let ids = try ids(of: what, in: db)
      for id in ids { try erase(id, in: db) }
      try unlink(Set(ids), in: db)
      if case .batch(let number) = what {
        try db.execute(
          sql: "DELETE FROM change WHERE kind IN ('import', 'accept') AND subject = ?", arguments: [String(number)])
      }
      try db.execute(
        sql: "DELETE FROM batch WHERE undone = 1 AND n NOT IN (SELECT batch FROM entry WHERE batch NOT NULL)")
      try db.execute(
        sql: "DELETE FROM wording WHERE hash NOT IN (SELECT wording FROM revision UNION SELECT wording FROM draft)")
      try markErasing(in: db)
    }
    try finishErasing()
  }

  /// Writes the vault anew after an erase. Should that have been cut off, it is made up for between commands.
  package func finishErasing() throws(VaultError) {
    try finishErasing { try $0.execute(sql: "INSERT INTO entry_text (entry_text) VALUES ('optimize')") }
  }

  /// The entry or draft itself, and drafts that edit it.
  private func ids(of what: Erasure, in db: Database) throws -> [ULID] {
    let texts =
      switch what {
      case .entry(let id), .draft(let id):
        try String.fetchAll(
          db, sql: "SELECT ? UNION SELECT id FROM draft WHERE edits = ?", arguments: [id.text, id.text])
      case .batch(let number):
        try String.fetchAll(
          db, sql: "SELECT id FROM entry WHERE batch = ? AND status = 'withdrawn'", arguments: [number])
      }
    return texts.compactMap(ULID.init)
  }

  private func erase(_ id: ULID, in db: Database) throws {
    if let n = try Int64.fetchOne(db, sql: "SELECT n FROM entry WHERE id = ?", arguments: [id.text]) {
      try db.execute(sql: "DELETE FROM entry_text WHERE rowid = ?", arguments: [n])
      // Revisions, numbers, reminders and tags go with it.
      try db.execute(sql: "DELETE FROM entry WHERE n = ?", arguments: [n])
    }
    try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [id.text])
    try db.execute(sql: "DELETE FROM change WHERE subject = ?", arguments: [id.text])
    try db.execute(sql: "DELETE FROM accepted_entry WHERE entry = ?", arguments: [id.text])
  }

  /// Takes links to these out of all others, in every revision.
  private func unlink(_ ids: Set<ULID>, in db: Database) throws {
    func without(_ row: Row) throws -> String? {
      let links = try Stored.links(row.value("links"))
      let left = links.filter { !ids.contains($0.entry) }
      return left.count == links.count ? nil : Stored.text(left)
    }
    for row in try Row.fetchAll(db, sql: "SELECT entry, revision, links FROM revision WHERE links <> '[]'") {
      guard let links = try without(row) else { continue }
      try db.execute(
        sql: "UPDATE revision SET links = ? WHERE entry = ? AND revision = ?",
        arguments: [links, try row.value("entry") as Int64, try row.value("revision") as Int64])
    }
    for row in try Row.fetchAll(db, sql: "SELECT id, links FROM draft WHERE links <> '[]'") {
      guard let links = try without(row) else { continue }
      try db.execute(
        sql: "UPDATE draft SET links = ? WHERE id = ?", arguments: [links, try row.value("id") as String])
    }
  }
}

extension VaultFolder {
  /// Whole older journals beside the vault, which an erase does not touch: what a restore replaced.
  package var olderJournals: [String] {
    ((try? files.names()) ?? []).filter { $0.hasPrefix(VaultNames.replacedPrefix) }.sorted()
  }
}
