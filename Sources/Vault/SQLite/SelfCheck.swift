import Crypto
import GRDB

/// Makes sure, on a vault in memory, that the SQLite of this machine commits as the vault needs it: one COMMIT makes one
/// record, a change taken back makes none, and the settings hold.
enum SelfCheck {
  private static let outcome = Result { () throws(VaultError) in try run() }

  /// Runs once in a process.
  static func pass() throws(VaultError) { try outcome.get() }

  private static func run() throws(VaultError) {
    let files = MemoryFileSystem()
    let dataKey = try inVault { () throws(CryptoError) in try SecretBytes.random(count: 32) }
    let empty = KeySlot(ArraySlice([UInt8](repeating: 0, count: KeySlot.size)))
    let header = Header(vaultID: VaultContext.live.random.bytes(16), fileID: [], passphraseSlot: empty)
    let image = Image()
    let written = try VaultWriter(files: files, context: .live)
      .write(image: image, header: header, dataKey: dataKey, name: VaultNames.vault)
    let store = Store(files: files, context: .live, isReadOnly: false, image: image, written: written)
    let database = try SealedDatabase(image: image) { () throws(VaultError) in try store.commit() }
    defer { database.close() }
    do {
      try database.queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
      let before = store.chain.sequence
      try database.queue.write { try $0.execute(sql: "INSERT INTO t VALUES (1), (2)") }
      try database.queue.inTransaction { database in
        try database.execute(sql: "INSERT INTO t VALUES (3)")
        return .rollback
      }
      let settings = try database.queue.read { database in
        try ["journal_mode", "secure_delete", "auto_vacuum", "page_size", "synchronous", "trusted_schema"].map {
          try String.fetchOne(database, sql: "PRAGMA \($0)")
        }
      }
      guard store.chain.sequence == before + 1, settings == ["memory", "1", "1", "4096", "2", "0"] else {
        throw VaultError.selfCheckFailed
      }
    } catch {
      throw .selfCheckFailed
    }
  }
}
