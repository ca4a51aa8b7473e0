import Crypto
import GRDB
import Vault

/// What everybody's vault goes through: saving, erasing, migrating, and opening after something went wrong.
extension Story {
  static let sessions = [
    Story(name: "first creation", before: nil, prepare: { SimulatedDisk() }) { folder, progress in
      try progress.step([]) {
        let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF)
        vault.close()
      }
      try save(folder, progress)
    },
    Story(name: "saving") { folder, progress in try save(folder, progress) },
    Story(name: "compaction") { folder, progress in
      let vault = try folder.opened()
      try progress.save(progress.note("one"), in: vault)
      try vault.compact()
      try progress.save(progress.note("two"), in: vault)
      try vault.compact()
      vault.close()
    },
    Story(name: "erasing and VACUUM") { folder, progress in
      let vault = try folder.opened()
      let secret = "lilac" + progress.note("one")
      try progress.save(secret, in: vault)
      try progress.save(progress.note("two"), in: vault)
      try progress.save(["zero", progress.note("two")], in: vault) { try vault.delete(secret) }
      try vault.erasePass()
      progress.erases("lilac")
      try vault.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      vault.close()
    },
    Story(name: "erasing what had moved", before: moving, prepare: { try prepared(moving) }) { folder, progress in
      // Deleting the first note moves the last pages to the front: behind the new end they must be gone as well.
      let first = try folder.opened()
      try progress.save(Array(moving[1...]), in: first) { try first.delete(moving[0]) }
      first.close()
      try eraseElders(folder, progress)
    },
    Story(name: "erasing after a session without end", before: Array(moving[1...]), prepare: { try moved() }) {
      folder, progress in
      try eraseElders(folder, progress)
    },
    Story(name: "migration") { folder, progress in
      let vault = try folder.opened()
      var migrator = DatabaseMigrator()
      migrator.registerMigration("later") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('migrated')") }
      migrator.registerMigration("latest") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('twice')") }
      try progress.step(["zero", "migrated", "twice"]) { try vault.migrate(migrator) }
      try progress.save(progress.note("one"), in: vault)
      vault.close()
    },
    Story(name: "opening after a cut-off save", prepare: { try torn() }) { folder, progress in
      try save(folder, progress)
    },
    Story(name: "mending the header", prepare: { try beheaded() }) { folder, progress in
      try save(folder, progress)
    },
    Story(name: "destroying", prepare: { try withOlderFiles() }) { folder, progress in
      progress.mayBeGone = true
      try folder.erase()
      progress.isGone = true
    },
  ]

  /// Three notes of several pages, and one that lies behind them.
  private static let moving = ["willow", "poplar", "alders", "elders"].map {
    String(repeating: $0, count: 1_800)
  }

  /// The first note is deleted, and the machine stops before the session ends: the last save knows nothing of the pages
  /// that SQLite drops after it.
  private static func moved() throws -> SimulatedDisk {
    let disk = try prepared(moving)
    let vault = try VaultFolder(files: disk, context: .simulated(seed: 11)).opened()
    try vault.delete(moving[0])
    return disk.copy()
  }

  /// Puts other words over the last note, which frees no page, and erases what stood there.
  private static func eraseElders(_ folder: VaultFolder, _ progress: Progress) throws {
    let vault = try folder.opened()
    let rewritten = String(repeating: "aspens", count: 1_800)
    try progress.save(moving[1...2] + [rewritten], in: vault) {
      try vault.database.write { try $0.execute(sql: "UPDATE note SET text = ? WHERE id = 4", arguments: [rewritten]) }
    }
    try vault.erasePass()
    progress.erases("elders")
    vault.close()
  }

  /// Three notes in a session each, so that clean closes and reopening are crashed in too.
  private static func save(_ folder: VaultFolder, _ progress: Progress) throws {
    for name in ["one", "two", "three"] {
      let vault = try folder.opened()
      try progress.save(progress.note(name), in: vault)
      vault.close()
    }
  }
}
