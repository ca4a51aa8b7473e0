import GRDB

/// What a full check found.
package struct CheckReport: Equatable, Sendable {
  package var records: UInt64
  package var bytes: UInt64
  package var pages: UInt32
  /// What SQLite says about the database; empty when it is whole.
  package var problems: [String]
}

extension OpenVault {
  /// Writes the file anew when it has grown far past its content. To be called between commands.
  package func compactIfNeeded() throws(VaultError) {
    guard try live().wantsCompacting else { return }
    try compact()
  }

  /// Writes the file anew. The one before stays as `vault.bak` until the next time.
  package func compact() throws(VaultError) {
    try alone { (store, _) throws(VaultError) in try store.compact() }
    refreshHeaderCopy()
  }

  /// After a permanent delete: runs `optimize` (for search tables) in a transaction, then writes the file anew and
  /// removes the older file and cut-off saves, so that no word of what was deleted is left in the folder.
  package func erasePass(optimize: (Database) throws -> Void = { _ in }) throws(VaultError) {
    do {
      try database.write(optimize)
    } catch {
      throw cause(of: error)
    }
    try alone { (store, _) throws(VaultError) in
      try store.rewrite(
        image: store.image, header: store.header, dataKey: store.keys.dataKey, replaced: .dropped)
    }
    refreshHeaderCopy()
  }

  /// Reads every record from the disk again, and has SQLite check the database.
  package func check() throws(VaultError) -> CheckReport {
    try alone { (store, database) throws(VaultError) in
      var reader = RecordReader(
        file: store.file, size: store.end, chain: try store.startOfChain(), key: store.keys.recordKey)
      try reader.read(into: nil)
      guard reader.chain == store.chain else {
        throw .damaged(record: reader.chain.sequence, offset: reader.end)
      }
      let problems: [String]
      do {
        problems =
          try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
          + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
            "a row of \(row["table"] as String? ?? "a table") points to nothing"
          }
      } catch {
        throw VaultError(database: error)
      }
      return CheckReport(
        records: reader.chain.sequence, bytes: store.end, pages: store.image.pages, problems: problems)
    }
  }

  /// Copies the sealed file to `path`, where no file may be yet. It opens with today's passphrase.
  package func backup(to path: String) throws(VaultError) {
    let (folder, name) = VaultFolder.split(path)
    try backup(to: POSIXFileSystem(path: folder), name: name)
  }

  package func backup(to target: any FileSystem, name: String) throws(VaultError) {
    try alone { (store, _) throws(VaultError) in
      try VaultWriter(files: target, context: store.context).finish(name) { (temporary) throws(VaultError) in
        try inVault { () throws(FileError) in
          let copy = try target.open(temporary, .create)
          try store.file.copy(count: store.end, to: copy)
          try copy.sync()
        }
      }
    }
  }
}
