import Crypto
import GRDB
import Vault

/// The least work that a vault may ask for.
package let quickKDF = KDFSettings(passes: 2, memoryMiB: 19)

package func secret(_ text: String) throws -> SecretBytes { try SecretBytes(copying: Array(text.utf8)) }

extension OpenVault {
  /// Makes the table of the simulations and fills it with `notes`, each in a commit of its own.
  package func write(_ notes: String...) throws {
    try database.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT)") }
    for note in notes { try add(note) }
  }

  package func add(_ note: String) throws {
    try database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [note]) }
  }

  package func delete(_ note: String) throws {
    try database.write { try $0.execute(sql: "DELETE FROM note WHERE text = ?", arguments: [note]) }
  }

  package func notes() throws -> [String] {
    try database.read { database in
      guard try database.tableExists("note") else { return [] }
      return try String.fetchAll(database, sql: "SELECT text FROM note ORDER BY id")
    }
  }
}
