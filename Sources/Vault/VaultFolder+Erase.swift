extension VaultFolder {
  /// Destroys the vault and every side file of it. The keys in the headers are overwritten first, as far as the disk
  /// does what it is told; copies made elsewhere are not touched.
  package func erase() throws(VaultError) {
    _ = try isFound()
    let lock = try lockForWriting()
    defer { _ = lock }
    try inVault { () throws(FileError) in
      let names = try files.names().filter { $0 == VaultNames.vault || VaultNames.isOlder($0) }
      // The vault last: as long as it is there, erasing can be asked for again.
      for name in names.filter({ $0 != VaultNames.vault }) + names.filter({ $0 == VaultNames.vault }) {
        let file = try files.open(name, .readWrite)
        try file.write([UInt8](repeating: 0, count: Format.headerSize), at: 0)
        try file.sync()
        try files.remove(name)
      }
      try files.removeIfPresent(VaultNames.lock)
      try files.sync()
    }
  }
}
