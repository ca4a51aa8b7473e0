import Foundation
import GRDB

extension CaseloadStore {
  /// Everyone, by number.
  package func participants() throws(VaultError) -> [Participant] {
    try read { db in try Self.participants(db, sql: "SELECT * FROM participant ORDER BY n") }
  }

  package func participant(_ n: Int64) throws(VaultError) -> Participant? {
    try read { db in
      try Self.participants(db, sql: "SELECT * FROM participant WHERE n = ?", arguments: [n]).first
    }
  }

  /// Whose key it is, now or formerly.
  package func participant(signing: [UInt8]) throws(VaultError) -> Participant? {
    try read { db in
      try Self.participants(
        db, sql: "SELECT p.* FROM participant p JOIN person_key k ON k.participant = p.n WHERE k.signing = ?",
        arguments: [Data(signing)]
      ).first
    }
  }

  /// Whose logs bear this id.
  package func participant(logID: String) throws(VaultError) -> Participant? {
    try read { db in
      try Self.participants(
        db, sql: "SELECT p.* FROM participant p JOIN person_key k ON k.participant = p.n WHERE k.log_id = ?",
        arguments: [logID]
      ).first
    }
  }

  /// Adds a person. The key must not be anybody's yet.
  @discardableResult
  package func enroll(_ name: String, key: PersonKey, _ doing: Doing) throws(VaultError) -> Int64 {
    try write { db in
      // The number of somebody who was erased stands in the audit trail, and is given to nobody else.
      try db.execute(
        sql: """
          INSERT INTO participant (n, name, status, since) VALUES (
            1 + max(
              (SELECT coalesce(max(n), 0) FROM participant), (SELECT coalesce(max(participant), 0) FROM audit)), ?, ?, ?
          )
          """, arguments: [name, Participant.Status.here.rawValue, doing.at])
      let n = db.lastInsertedRowID
      try Self.add(key, to: n, in: db)
      try forgetStranger(key.signing, in: db)
      try note(.enrolled, participant: n, "", doing, in: db)
      return n
    }
  }

  /// A new key in place of the one before, which stays as a former one.
  package func changeKey(of n: Int64, to key: PersonKey, _ doing: Doing) throws(VaultError) {
    try write { db in
      try db.execute(sql: "UPDATE person_key SET is_current = 0 WHERE participant = ?", arguments: [n])
      try Self.add(key, to: n, in: db)
      try forgetStranger(key.signing, in: db)
      try note(.keyChanged, participant: n, "", doing, in: db)
    }
  }

  package func rename(_ n: Int64, to name: String, _ doing: Doing) throws(VaultError) {
    try write { db in
      try db.execute(sql: "UPDATE participant SET name = ? WHERE n = ?", arguments: [name, n])
      try note(.renamed, participant: n, "", doing, in: db)
    }
  }

  /// The words of the key were compared with the person.
  package func markCompared(_ signing: [UInt8]) throws(VaultError) {
    try write { db in
      try db.execute(sql: "UPDATE person_key SET is_compared = 1 WHERE signing = ?", arguments: [Data(signing)])
    }
  }

  private func forgetStranger(_ signing: [UInt8], in db: Database) throws {
    try db.execute(sql: "DELETE FROM stranger WHERE signing = ?", arguments: [Data(signing)])
  }

  private static func add(_ key: PersonKey, to n: Int64, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO person_key (signing, recipient, log_id, participant, at, is_current, is_compared)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [Data(key.signing), key.recipient, key.logID, n, key.at, key.isCurrent, key.isCompared])
  }

  static func participants(
    _ db: Database, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [Participant] {
    let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
    // One person is looked up by index; for a roster all keys are read at once.
    let keys =
      rows.count == 1
      ? try Row.fetchAll(
        db, sql: "SELECT * FROM person_key WHERE participant = ? ORDER BY is_current DESC, at DESC",
        arguments: [rows[0]["n"] as Int64])
      : rows.isEmpty ? [] : try Row.fetchAll(db, sql: "SELECT * FROM person_key ORDER BY is_current DESC, at DESC")
    var byPerson: [Int64: [PersonKey]] = [:]
    for row in keys { byPerson[row["participant"], default: []].append(PersonKey(row)) }
    return rows.map { row in
      let n: Int64 = row["n"]
      return Participant(
        n: n, name: row["name"], status: Participant.Status(rawValue: row["status"]) ?? .here, since: row["since"],
        until: row["until"], keys: byPerson[n] ?? [])
    }
  }
}

extension PersonKey {
  init(_ row: Row) {
    self.init(
      signing: Array(row["signing"] as Data), recipient: row["recipient"], logID: row["log_id"], at: row["at"],
      isCurrent: row["is_current"], isCompared: row["is_compared"])
  }
}
