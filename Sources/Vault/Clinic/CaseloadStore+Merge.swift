import Foundation
import GRDB
import Journal

extension CaseloadStore {
  /// One person in place of two: keys, logs, lines, items and notes of `from` become those of `into`. Where both have
  /// versions of the same entry, `merge` says which one stands.
  package func merge(
    _ from: Int64, into: Int64, merge: CaseloadMerge, summary: CaseloadSummary, _ doing: Doing
  ) throws(VaultError) {
    try write { db in
      let shared = try String.fetchAll(
        db,
        sql: "SELECT name FROM line WHERE participant = ? INTERSECT SELECT name FROM line WHERE participant = ?",
        arguments: [from, into])
      try moveLines(from, into, in: db)
      for name in shared { try settle(name, of: into, in: db, merge) }
      for table in ["person_key", "log_file", "seen", "assigned"] {
        try db.execute(sql: "UPDATE \(table) SET participant = ? WHERE participant = ?", arguments: [into, from])
      }
      try db.execute(
        sql: "UPDATE participant SET since = min(since, (SELECT since FROM participant WHERE n = ?)) WHERE n = ?",
        arguments: [from, into])
      try db.execute(sql: "DELETE FROM participant WHERE n = ?", arguments: [from])
      for n in [into, from] { try note(.merged, participant: n, "#\(from) is now #\(into)", doing, in: db) }
      if let body = try summary(CaseloadReader(db), into) { try Self.keep(summary: body, of: into, in: db) }
    }
  }

  /// A version that both have becomes one line, which all logs that held it lead to.
  private func moveLines(_ from: Int64, _ into: Int64, in db: Database) throws {
    let twice = try Row.fetchAll(
      db,
      sql: """
        SELECT f.n AS old, t.n AS new FROM line f
        JOIN line t ON t.participant = ? AND t.name = f.name AND t.revision = f.revision AND t.digest = f.digest
        WHERE f.participant = ?
        """, arguments: [into, from])
    for row in twice {
      let (old, new): (Int64, Int64) = (row["old"], row["new"])
      try db.execute(sql: "UPDATE log_line SET line = ? WHERE line = ?", arguments: [new, old])
      try db.execute(sql: "DELETE FROM line WHERE n = ?", arguments: [old])
    }
    try db.execute(sql: "UPDATE line SET participant = ? WHERE participant = ?", arguments: [into, from])
  }

  private func settle(_ name: String, of n: Int64, in db: Database, _ merge: CaseloadMerge) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT n, revision, digest, body FROM line WHERE participant = ? AND name = ?", arguments: [n, name])
    let versions = rows.map { row in
      EntryVersion(revision: row["revision"], digest: Array(row["digest"] as Data), body: row["body"])
    }
    for (row, state) in zip(rows, merge(versions)) {
      try db.execute(
        sql: "UPDATE line SET state = ? WHERE n = ?", arguments: [state.rawValue, row["n"] as Int64])
    }
  }
}
