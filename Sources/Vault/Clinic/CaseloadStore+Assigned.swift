import GRDB

extension CaseloadStore {
  /// Keeps what was given to a person in one file, in the order of the items.
  package func assign(
    _ items: [GivenItem], in assignment: String, to participant: Int64, forgetting draft: String, _ doing: Doing
  ) throws(VaultError) {
    try write { db in
      for item in items {
        try db.execute(
          sql: "INSERT INTO assigned (participant, assignment, item, kind, body, at) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [participant, assignment, item.item, item.kind, item.body, item.at])
      }
      try db.execute(sql: "DELETE FROM memory WHERE key = ?", arguments: [draft])
      let kinds = Dictionary(grouping: items, by: \.kind).map { "\($0.key) \($0.value.count)" }.sorted()
      try note(.assigned, participant: participant, kinds.joined(separator: ", "), doing, in: db)
    }
  }

  /// How many things each person was given, and when last; only those who were given any.
  package func givenCounts() throws(VaultError) -> [(participant: Int64, count: Int, last: Int64)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT participant, count(*) AS c, max(at) AS last FROM assigned GROUP BY participant ORDER BY participant"
      ).map { ($0["participant"], $0["c"], $0["last"]) }
    }
  }

  package func forget(_ key: String) throws(VaultError) {
    try write { db in try db.execute(sql: "DELETE FROM memory WHERE key = ?", arguments: [key]) }
  }
}
