import Crypto
import GRDB

@testable import Vault

extension Story {
  /// Everything that writes to the disk, each once.
  static let all = [
    Story(name: "first creation", before: nil, prepare: { SimulatedDisk() }) { folder, progress in
      try progress.step([]) {
        let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF)
        vault.close()
      }
      try save(folder, progress, after: [])
    },
    Story(name: "saving") { folder, progress in try save(folder, progress, after: ["zero"]) },
    Story(name: "compaction") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      try progress.step(["zero", "one"]) { try vault.write("one") }
      try vault.compact()
      try progress.step(["zero", "one", "two"]) { try vault.write("two") }
      try vault.compact()
      vault.close()
    },
    Story(name: "erasing and VACUUM") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      try progress.step(["zero", "one"]) { try vault.write("one") }
      try progress.step(["one"]) { try vault.database.write { try $0.execute(sql: "DELETE FROM note WHERE id = 1") } }
      try vault.erasePass()
      try vault.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      vault.close()
    },
    Story(name: "a passphrase change") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      progress.passphrases = ["first", "second"]
      _ = try vault.changePassphrase(to: secret("second"), recovery: true)
      progress.passphrases = ["second"]
      try progress.step(["zero", "one"]) { try vault.write("one") }
      vault.close()
    },
    Story(name: "migration") { folder, progress in
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      var migrator = DatabaseMigrator()
      migrator.registerMigration("later") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('migrated')") }
      try progress.step(["zero", "migrated"]) { try vault.migrate(migrator) }
      try progress.step(["zero", "migrated", "one"]) { try vault.write("one") }
      vault.close()
    },
    Story(name: "opening after a cut-off save", prepare: { try torn() }) { folder, progress in
      try save(folder, progress, after: ["zero"])
    },
    Story(name: "mending the header", prepare: { try beheaded() }) { folder, progress in
      try save(folder, progress, after: ["zero"])
    },
    Story(name: "restoring", before: ["zero", "later"], prepare: { try backedUp() }) { folder, progress in
      try progress.step(["zero"]) {
        try folder.restore(from: folder.files, name: "backup", credential: .passphrase(secret("first")))
      }
      try save(folder, progress, after: ["zero"])
    },
  ]

  private static func save(_ folder: VaultFolder, _ progress: Progress, after start: [String]) throws {
    var state = start
    for note in ["one", "two", "three"] {
      // A session each, so that clean closes and reopening are crashed in too.
      let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
      if start.isEmpty, note == "one" {
        try vault.database.write { try $0.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)") }
      }
      state.append(note)
      try progress.step(state) {
        try vault.database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [note]) }
      }
      vault.close()
    }
  }
}
