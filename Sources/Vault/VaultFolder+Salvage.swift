/// What a salvage kept and what it had to leave.
package struct SalvageReport: Equatable, Sendable {
  /// Records that are in the new file.
  package var records: UInt64
  /// Where the damage begins; nil when there was none.
  package var damage: VaultError?
  /// How far what was kept had come.
  package var mark = VaultMark()
}

extension VaultFolder {
  /// Writes everything before the damage into a new vault in `target`, a folder that is not there yet or empty. It opens
  /// with the same passphrase. The vault here is only read.
  package func salvage(into target: VaultFolder, credential: Credential) throws(VaultError) -> SalvageReport {
    try requireVault()
    guard try inVault({ () throws(FileError) in try target.files.names() }).isEmpty else {
      throw .alreadyExists(name: "")
    }
    return try salvage(credential) { (unlocked, image) throws(VaultError) in
      let lock = try target.claim()
      defer { _ = lock }
      let writer = VaultWriter(files: target.files, context: target.context)
      let written = try writer.writeFinished(
        image: image, header: unlocked.header, dataKey: unlocked.keys.dataKey, name: VaultNames.vault)
      target.endCleanly(written, image: image)
      let header = try written.header.bytes(headerKey: written.keys.headerKey)
      try? writer.copyHeader(header)
    }
  }

  /// The same into one new file.
  package func salvage(
    to target: any FileSystem, name: String, credential: Credential
  ) throws(VaultError) -> SalvageReport {
    try requireVault()
    return try salvage(credential) { (unlocked, image) throws(VaultError) in
      try VaultWriter(files: target, context: context).writeFinished(
        image: image, header: unlocked.header, dataKey: unlocked.keys.dataKey, name: name)
    }
  }

  private func salvage(
    _ credential: Credential, write: (UnlockedFile, Image) throws(VaultError) -> Void
  ) throws(VaultError) -> SalvageReport {
    let lock = try lock()
    defer { _ = lock }
    let (unlocked, image, reader) = try read(files, VaultNames.vault, credential, salvages: true)
    let mark = try Self.checkedMark(of: image)
    try write(unlocked, image)
    return SalvageReport(records: reader.chain.sequence, damage: reader.findings.damage, mark: mark)
  }
}
