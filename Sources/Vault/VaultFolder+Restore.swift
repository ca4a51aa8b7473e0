extension VaultFolder {
  /// Puts the vault at `path` in place of the one here, after reading all of it. What it replaces stays as
  /// `vault.replaced-DATE`.
  package func restore(from path: String, credential: Credential) throws(VaultError) {
    try restore(try checkedBackup(at: path, credential: credential))
  }

  package func restore(
    from source: any FileSystem, name: String, credential: Credential
  ) throws(VaultError) {
    try restore(try checkedBackup(in: source, name: name, credential: credential))
  }

  /// Puts a backup that has been read and checked in place.
  package func restore(_ backup: CheckedBackup) throws(VaultError) {
    _ = try isFound()
    try make()
    let lock = try lockForWriting()
    defer { _ = lock }
    // The file itself may be named `vault.new`, so the new one is made under yet another name first.
    let writer = VaultWriter(files: files, context: context)
    let temporary = VaultNames.unfinishedRestore
    try inVault { () throws(FileError) in try files.removeIfPresent(temporary) }
    let written: WrittenVault
    do {
      written = try writer.write(
        image: backup.image, header: backup.unlocked.header, dataKey: backup.unlocked.keys.dataKey, name: temporary)
      try keepReplaced()
      try inVault { () throws(FileError) in
        try files.rename(temporary, to: VaultNames.vault)
        try files.sync()
      }
    } catch {
      try? files.remove(temporary)
      throw error
    }
    endCleanly(written, image: backup.image)
    try? writer.removeUnfinished()
    let header = try written.header.bytes(headerKey: written.keys.headerKey)
    try? writer.copyHeader(header)
  }

  /// Marks a vault that was written whole, and that nobody opened yet, as one that ended well.
  func endCleanly(_ written: WrittenVault, image: Image) {
    let store = Store(files: files, context: context, isReadOnly: false, image: image, written: written)
    store.hasWritten = true
    try? store.closeCleanly()
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
