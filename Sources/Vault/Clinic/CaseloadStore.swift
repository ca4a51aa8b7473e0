import GRDB

/// People, their logs and what was done with them, in the programme's open vault. Each method that writes is one
/// durable commit.
package struct CaseloadStore: KeptValues {
  package let vault: OpenVault

  package init(_ vault: OpenVault) { self.vault = vault }

  /// Remembers who did what, in the transaction of the thing itself. `detail` holds no words of a person, and no name.
  func note(
    _ act: AuditAct, participant: Int64? = nil, _ detail: String, _ doing: Doing, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO audit (at, by, act, participant, detail) VALUES (?, ?, ?, ?, ?)",
      arguments: [doing.at, doing.by, act.rawValue, participant, detail])
  }
}

/// What the audit trail tells of.
package enum AuditAct: String, CaseIterable, Sendable {
  case enrolled, renamed, keyChanged = "key-changed", imported, refused, viewed, noted, assigned, exported, discharged
  case readmitted, erased, merged, kept
}

extension CaseloadStore {
  /// When something was last taken in, changed or looked at, and how many entries are shown.
  static func mark(_ db: Database) throws -> VaultMark {
    VaultMark(
      lastSaved: try Int64.fetchOne(db, sql: "SELECT max(at) FROM audit"),
      entries: try Int.fetchOne(db, sql: "SELECT count(*) FROM line WHERE state IN (1, 3)") ?? 0)
  }
}
