/// Tables, indices and transactions.
extension SQLGenerator {
  mutating func createTable() -> String {
    let name = "t\(random.below(7))"
    let types = ["TEXT", "BLOB", "REAL", "INTEGER", "NUMERIC", ""]
    var columns = (0..<1 + random.below(5)).map { place in
      let extra = random.pick(["", "", "", " UNIQUE", " NOT NULL DEFAULT 7", " CHECK (length(c\(place)) < 9000)"])
      return "c\(place) \(random.pick(types))\(extra)"
    }
    switch random.below(5) {
    case 0: columns.insert("k TEXT PRIMARY KEY", at: 0)
    case 1:
      columns.insert("k", at: 0)
      return "CREATE TABLE \(name) (\(columns.joined(separator: ", ")), PRIMARY KEY (k, c0)) WITHOUT ROWID"
    case 2: columns.insert("k INTEGER PRIMARY KEY AUTOINCREMENT", at: 0)
    case 3 where !tables.isEmpty:
      columns.append(
        "r INTEGER REFERENCES \(random.pick(tables).name) ON DELETE \(random.pick(["CASCADE", "SET NULL"]))")
    default: columns.insert("k INTEGER PRIMARY KEY", at: 0)
    }
    if random.oneIn(6) { columns.append("g AS (length(c0)) \(random.pick(["STORED", "VIRTUAL"]))") }
    return "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))\(random.oneIn(8) ? " STRICT" : "")"
  }

  mutating func createSearch() -> String {
    let options = random.pick(["", ", columnsize = 0", ", detail = none", ", prefix = '2 3'", ", content = ''"])
    let words = random.pick(["unicode61 remove_diacritics 2", "porter", "trigram"])
    return "CREATE VIRTUAL TABLE f\(random.below(3)) USING fts5 (body, title, tokenize = '\(words)'\(options))"
  }

  mutating func change() -> String {
    let target = random.pick(tables)
    let column = random.pick(target.columns)
    switch random.below(13) {
    case 0, 1, 2: return createTable()
    case 3: return "DROP TABLE \(target.name)"
    case 4, 5:
      let unique = random.oneIn(4) ? "UNIQUE " : ""
      let part = random.oneIn(3) ? " WHERE \(column) IS NOT NULL" : ""
      let term = random.oneIn(4) ? "length(\(column))" : column
      return "CREATE \(unique)INDEX i\(random.below(8)) ON \(target.name) (\(term))\(part)"
    case 6 where !indices.isEmpty: return "DROP INDEX \(random.pick(indices))"
    case 7:
      return "ALTER TABLE \(target.name) ADD COLUMN a\(random.below(4)) TEXT DEFAULT \(random.pick(["NULL", "'x'"]))"
    case 8: return "ALTER TABLE \(target.name) DROP COLUMN \(column)"
    case 9: return "ALTER TABLE \(target.name) RENAME COLUMN \(column) TO n\(random.below(4))"
    case 10: return "ALTER TABLE \(target.name) RENAME TO t\(random.below(7))"
    case 11:
      let other = random.pick(tables).name
      return "CREATE TRIGGER g\(random.below(3)) AFTER DELETE ON \(target.name) BEGIN "
        + "DELETE FROM \(other) WHERE rowid = old.rowid + 1; END"
    default: return "DROP TRIGGER IF EXISTS g\(random.below(3))"
    }
  }

  mutating func transaction() -> String {
    guard isInTransaction else {
      return random.oneIn(5)
        ? "SAVEPOINT s\(random.below(3))" : random.pick(["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
    }
    switch random.below(12) {
    case 0...4: return "COMMIT"
    case 5: return "ROLLBACK"
    case 6, 7: return "SAVEPOINT s\(random.below(3))"
    case 8: return "RELEASE s\(random.below(3))"
    case 9, 10: return "ROLLBACK TO s\(random.below(3))"
    default: return "BEGIN"
    }
  }

  mutating func upkeep() -> String {
    switch random.below(8) {
    case 0, 1: "VACUUM"
    case 2: "ANALYZE"
    case 3: "REINDEX"
    case 4: "PRAGMA integrity_check"
    case 5: "PRAGMA foreign_key_check"
    case 6: "PRAGMA user_version = \(random.below(100))"
    default: "PRAGMA foreign_keys = \(random.below(2))"
    }
  }
}
