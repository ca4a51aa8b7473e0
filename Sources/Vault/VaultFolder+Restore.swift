import Crypto
import GRDB

/// What a salvage kept and what it had to leave.
package struct SalvageReport: Equatable, Sendable {
  /// Records that are in the new file.
  package var records: UInt64
  /// Where the damage begins; nil when there was none.
  package var damage: VaultError?
}

extension VaultFolder {
  /// Puts the vault at `path` in place of the one here, after reading all of it. What it replaces stays as
  /// `vault.replaced-DATE`.
  package func restore(from path: String, credential: Credential) throws(VaultError) {
    let (folder, name) = Self.split(path)
    try restore(from: POSIXFileSystem(path: folder), name: name, credential: credential)
  }

  package func restore(
    from source: any FileSystem, name: String, credential: Credential
  ) throws(VaultError) {
    guard try inVault({ () throws(FileError) in try source.exists(name) }) else { throw .noSuchFile(name: name) }
    try make()
    let lock = try lockForWriting()
    defer { _ = lock }
    let (unlocked, image, _) = try read(source, name, credential, salvages: false)
    try checkDatabase(image)
    // The file itself may be named `vault.new`, so the new one is made under yet another name first.
    let writer = VaultWriter(files: files, context: context)
    let temporary = VaultNames.unfinishedRestore
    try inVault { () throws(FileError) in try files.removeIfPresent(temporary) }
    let written: WrittenVault
    do {
      written = try writer.write(
        image: image, header: unlocked.header, dataKey: unlocked.keys.dataKey, name: temporary)
      try keepReplaced()
      try inVault { () throws(FileError) in
        try files.rename(temporary, to: VaultNames.vault)
        try files.sync()
      }
    } catch {
      try? files.remove(temporary)
      throw error
    }
    try? writer.removeUnfinished()
    let header = try written.header.bytes(headerKey: written.keys.headerKey)
    try? writer.copyHeader(header)
  }

  /// Writes everything before the damage into a new vault file at `path`, which opens with the same passphrase.
  package func salvage(to path: String, credential: Credential) throws(VaultError) -> SalvageReport {
    let (folder, name) = Self.split(path)
    return try salvage(to: POSIXFileSystem(path: folder), name: name, credential: credential)
  }

  package func salvage(
    to target: any FileSystem, name: String, credential: Credential
  ) throws(VaultError) -> SalvageReport {
    try requireVault()
    let lock = try lock()
    defer { _ = lock }
    let (unlocked, image, reader) = try read(files, VaultNames.vault, credential, salvages: true)
    try VaultWriter(files: target, context: context).writeFinished(
      image: image, header: unlocked.header, dataKey: unlocked.keys.dataKey, name: name)
    return SalvageReport(records: reader.chain.sequence, damage: reader.findings.damage)
  }

  private func read(
    _ source: any FileSystem, _ name: String, _ credential: Credential, salvages: Bool
  ) throws(VaultError) -> (UnlockedFile, Image, RecordReader) {
    // Only the vault in its own folder has a copy of its header beside it.
    let copyName = name == VaultNames.vault ? VaultNames.header : nil
    let unlocked = try UnlockedFile(
      files: source, name: name, copyName: copyName, access: .read, credential: credential, context: context)
    let image = Image()
    var reader = unlocked.reader(salvages: salvages)
    try reader.read(into: image)
    return (unlocked, image, reader)
  }

  /// Fails when SQLite finds the database inside to be damaged.
  private func checkDatabase(_ image: Image) throws(VaultError) {
    let database = try SealedDatabase(image: image, isReadOnly: true) { () throws(VaultError) in throw .readOnly }
    defer { database.close() }
    let problems = try database.alone { (database) throws(VaultError) in
      do { return try String.fetchAll(database, sql: "PRAGMA integrity_check") } catch {
        throw VaultError(database: error)
      }
    }
    guard problems == ["ok"] else { throw .database(code: 11) }  // SQLITE_CORRUPT
  }

  private func keepReplaced() throws(VaultError) {
    try inVault { () throws(FileError) in
      let stem = VaultNames.replacedPrefix + VaultNames.stamp(context.now())
      if try files.exists(VaultNames.vault) {
        let name = try files.freeName(stem)
        do {
          try files.link(VaultNames.vault, to: name)
        } catch {
          // No second names here: a whole copy, so that the name `vault` never leads to nothing.
          let file = try files.open(VaultNames.vault, .read)
          let copy = try files.open(name, .create)
          try file.copy(count: try file.status().size, to: copy)
          try copy.sync()
        }
      }
      if try files.exists(VaultNames.previous) {
        try files.rename(VaultNames.previous, to: try files.freeName(stem))
      }
      try files.removeIfPresent(VaultNames.header)
    }
  }

  /// The folder and the name of `path`.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
