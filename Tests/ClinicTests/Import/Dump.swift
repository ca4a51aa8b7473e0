import Foundation
import GRDB

@testable import Vault

extension CaseloadStore {
  /// Every row of every table but the strangers.
  func dump() throws -> [String] {
    try vault.database.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('stranger') ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table): \(Self.text($0))" }.sorted()
      }
    }
  }

  /// What was taken, without the numbers of rows and the moments of import: what must not depend on the order of files.
  func content() throws -> [String] {
    let queries = [
      """
      SELECT 'line', p.name, l.name, l.revision, l.digest, l.state, l.form, l.day, l.body, f.body
      FROM line l JOIN participant p ON p.n = l.participant JOIN log_form f ON f.n = l.log_form
      """,
      """
      SELECT 'log', p.name, f.digest, f.sealed_digest, f.export_id, f.sequence, f.created, f.first_day, f.last_day,
        f.signing, f.head, f.signature, f.note
      FROM log_file f JOIN participant p ON p.n = f.participant
      """,
      """
      SELECT 'held', f.digest, l.digest, l.name, l.revision FROM log_line h
      JOIN log_file f ON f.n = h.file JOIN line l ON l.n = h.line
      """, "SELECT 'form', digest, body FROM log_form", "SELECT 'key', signing, log_id, is_current FROM person_key",
      """
      SELECT 'described', f.digest, (SELECT group_concat(d.body, '|') FROM json_each(f.forms) e
        JOIN log_form d ON d.n = e.value) FROM log_file f
      """,
    ]
    return try vault.database.read { db in
      try queries.flatMap { try Row.fetchAll(db, sql: $0).map(Self.text).sorted() }
    }
  }

  private static func text(_ row: Row) -> String {
    row.databaseValues.map { value in
      if case .blob(let data) = value.storage { return data.map { String($0, radix: 16) }.joined(separator: ".") }
      return value.description
    }.joined(separator: " ")
  }
}

extension CaseloadStore {
  /// As `discharge` leaves a person.
  func discharge(_ participant: Int64) throws {
    try vault.database.write { db in
      try db.execute(sql: "UPDATE participant SET status = 'discharged' WHERE n = ?", arguments: [participant])
    }
  }
}
