import GRDB
import Glibc
import Vault

/// Opening and compacting a vault of a known size, each once in a process of its own.
struct Upkeep {
  private let folder: BenchFolder
  private let file: String

  init(folder path: String) {
    folder = BenchFolder(path: path)
    file = path + "/vault/vault"
  }

  func make(rows: Rows, count: Int) throws {
    let vault = try folder.create()
    try vault.database.write { database in
      try database.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
      for number in 0..<count {
        try database.cachedStatement(sql: "INSERT INTO note (body) VALUES (?)").execute(arguments: [rows.text(number)])
      }
    }
    try vault.compact()
    vault.close()
  }

  /// From nothing to the first answer of the database, besides the key.
  func opening() throws -> String {
    let start = Timing.Cost.now
    let vault = try folder.open()
    _ = try vault.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
    return json(Timing.Cost.now - start - folder.keyCost)
  }

  func compaction() throws -> String {
    let vault = try folder.open()
    let start = Timing.Cost.now
    try vault.compact()
    return json(Timing.Cost.now - start)
  }

  private func json(_ cost: Timing.Cost) -> String {
    var status = stat()
    stat(file, &status)
    return "{\"wall\": \(cost.wall), \"cpu\": \(cost.cpu), \"bytes\": \(status.st_size)}"
  }
}
