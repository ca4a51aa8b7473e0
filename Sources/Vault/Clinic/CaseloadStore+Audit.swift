import GRDB

/// One line of the audit trail.
package struct AuditRow: Equatable, Sendable {
  package var n: Int64
  /// In milliseconds.
  package var at: Int64
  /// Initials.
  package var by: String
  package var act: String
  /// The number on the roster; nil where it is about nobody.
  package var participant: Int64?
  package var detail: String
}

extension CaseloadStore {
  /// Who looked at, took in or passed on what: the newest first; of one person, or of all.
  package func audit(of participant: Int64? = nil, limit: Int? = nil) throws(VaultError) -> [AuditRow] {
    try read { db in
      let sql = "SELECT * FROM audit\(participant == nil ? "" : " WHERE participant = ?") ORDER BY n DESC LIMIT ?"
      let arguments: StatementArguments = participant.map { [$0, limit ?? -1] } ?? [limit ?? -1]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        AuditRow(
          n: row["n"], at: row["at"], by: row["by"], act: row["act"], participant: row["participant"],
          detail: row["detail"])
      }
    }
  }

  package func auditCount(of participant: Int64? = nil) throws(VaultError) -> Int {
    try read { db in
      if let participant {
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM audit WHERE participant = ?", arguments: [participant])
          ?? 0
      }
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM audit") ?? 0
    }
  }
}
