import Foundation
import GRDB

/// What is kept of one person, as counts.
package struct PersonCounts: Equatable, Sendable {
  package var keys = 0
  package var logs = 0
  package var lines = 0
  package var assigned = 0
  package var seen = 0
  package var strangers = 0
  package init() {}
}

extension CaseloadStore {
  package func counts(of n: Int64) throws(VaultError) -> PersonCounts { try read { db in try counts(of: n, in: db) } }

  /// Removes every trace of a person but the audit trail, which knows a number: keys, logs, lines, notes, what was assigned,
  /// descriptions of forms that nobody else used, and paths of files by their keys. Then the vault is written anew.
  @discardableResult
  package func erase(_ n: Int64, _ doing: Doing) throws(VaultError) -> PersonCounts {
    let gone = try write { db in
      let gone = try counts(of: n, in: db)
      try db.execute(
        sql: "DELETE FROM stranger WHERE signing IN (SELECT signing FROM person_key WHERE participant = ?)",
        arguments: [n])
      // Keys, logs, lines, notes and items go with it.
      try db.execute(sql: "DELETE FROM participant WHERE n = ?", arguments: [n])
      try dropUnusedForms(in: db)
      try note(.erased, participant: n, "\(gone.logs) files, \(gone.lines) entries", doing, in: db)
      try markErasing(in: db)
      return gone
    }
    try finishErasing()
    return gone
  }

  /// Writes the vault anew after an erase. Should that have been cut off, it is made up for between commands.
  package func finishErasing() throws(VaultError) { try finishErasing { _ in } }

  private func counts(of n: Int64, in db: Database) throws -> PersonCounts {
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE participant = ?", arguments: [n]) ?? 0
    }
    var counts = PersonCounts()
    counts.keys = try count("person_key")
    counts.logs = try count("log_file")
    counts.lines = try count("line")
    counts.assigned = try count("assigned")
    counts.seen = try count("seen")
    counts.strangers =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM stranger WHERE signing IN (SELECT signing FROM person_key WHERE participant = ?)
          """, arguments: [n]) ?? 0
    return counts
  }

  private func dropUnusedForms(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM log_form WHERE n NOT IN (
          SELECT log_form FROM line UNION SELECT value FROM log_file, json_each(log_file.forms)
        )
        """)
  }
}
