import GRDB

extension CaseloadStore {
  /// Off the roster; everything is kept.
  package func discharge(_ n: Int64, _ doing: Doing) throws(VaultError) {
    try set(n, .discharged, until: doing.at, .discharged, doing)
  }

  /// Back on it.
  package func readmit(_ n: Int64, _ doing: Doing) throws(VaultError) {
    try set(n, .here, until: nil, .readmitted, doing)
  }

  private func set(
    _ n: Int64, _ status: Participant.Status, until: Int64?, _ act: AuditAct, _ doing: Doing
  ) throws(VaultError) {
    try write { db in
      try db.execute(
        sql: "UPDATE participant SET status = ?, until = ? WHERE n = ?", arguments: [status.rawValue, until, n])
      try note(act, participant: n, "", doing, in: db)
    }
  }

  /// When a person's newest log was taken in, in milliseconds; for everyone who has one.
  package func lastImports() throws(VaultError) -> [Int64: Int64] {
    try read { db in
      var times: [Int64: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT participant, max(imported) AS at FROM log_file GROUP BY participant")
      {
        times[row["participant"]] = row["at"] as Int64
      }
      return times
    }
  }
}

extension CaseloadStore {
  /// Remembers for how long data are kept; in words of the program, such as `7`.
  package func keepYears(_ years: String, as key: String, _ doing: Doing) throws(VaultError) {
    try write { db in
      try put(Array(years.utf8), as: key, in: db)
      try note(.kept, years.isEmpty ? "forever" : "\(years) years", doing, in: db)
    }
  }
}
