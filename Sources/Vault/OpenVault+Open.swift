import Crypto

extension OpenVault {
  package static func open(in folder: VaultFolder, passphrase: SecretBytes) throws(VaultError) -> OpenVault {
    try open(in: folder, credential: .passphrase(passphrase))
  }

  package static func open(in folder: VaultFolder, recovery words: RecoveryWords) throws(VaultError) -> OpenVault {
    try open(in: folder, credential: .recoveryWords(words))
  }

  /// Opens the vault in `folder`. A wrong credential is told before a record is read; reading alone writes nothing.
  package static func open(in folder: VaultFolder, credential: Credential) throws(VaultError) -> OpenVault {
    try folder.requireVault()
    try SelfCheck.pass()
    let lock = try folder.lock()
    let (unlocked, canWrite) = try unlock(folder, credential, wantsToWrite: lock != nil)
    let image = Image()
    var reader = unlocked.reader()
    try reader.read(into: image)
    var opening = Opening(folder: folder, unlocked: unlocked, reader: reader, isReadOnly: !canWrite)
    opening.note(image)
    opening.setTornTailAside()
    let store = Store(
      files: folder.files, context: folder.context, isReadOnly: opening.isReadOnly, image: image,
      written: unlocked.written(reader))
    store.lastType = reader.lastType
    if opening.isReadOnly { opening.warnings.append(.readOnly) }
    if !folder.openToOthers.isEmpty { opening.warnings.append(.openToOthers) }
    let vault = try OpenVault(folder: folder, lock: lock, store: store, warnings: opening.warnings)
    if !opening.isReadOnly { try vault.tidy(restoringHeader: unlocked.usedCopy) }
    return vault
  }

  private static func unlock(
    _ folder: VaultFolder, _ credential: Credential, wantsToWrite: Bool
  ) throws(VaultError) -> (UnlockedFile, canWrite: Bool) {
    func unlock(_ access: FileAccess) throws(VaultError) -> UnlockedFile {
      try UnlockedFile(
        files: folder.files, name: VaultNames.vault, copyName: VaultNames.header, access: access,
        credential: credential, context: folder.context)
    }
    if wantsToWrite {
      do { return (try unlock(.readWrite), true) } catch  where error == .readOnly {}
    }
    return (try unlock(.read), false)
  }

  /// Clears what interrupted work left, and brings the header and its copy back into step.
  private func tidy(restoringHeader: Bool) throws(VaultError) {
    let store = try live()
    try? VaultWriter(files: store.files, context: store.context).removeUnfinished()
    // Bytes on the disk are never written over, so a damaged header is mended by writing the file anew.
    if restoringHeader { try? store.compact() }
    refreshHeaderCopy()
  }
}

/// What is found and done between reading a vault and handing it out.
private struct Opening {
  let folder: VaultFolder
  let unlocked: UnlockedFile
  let reader: RecordReader
  var isReadOnly: Bool
  var warnings: [VaultWarning] = []

  init(folder: VaultFolder, unlocked: UnlockedFile, reader: RecordReader, isReadOnly: Bool) {
    self.folder = folder
    self.unlocked = unlocked
    self.reader = reader
    self.isReadOnly = isReadOnly
  }

  mutating func note(_ image: Image) {
    if unlocked.usedCopy { warnings.append(.headerRestored) }
    // A new vault has one empty snapshot; otherwise every session that wrote ends with its own record.
    if reader.lastType == .commit || reader.lastType == .snapshot && image.pages > 0 {
      warnings.append(.notClosedCleanly)
    }
    if !image.isLocked { warnings.append(.memoryNotLocked) }
  }

  /// Moves the bytes of a cut-off save into a file of their own. Where that fails, the vault can still be read.
  mutating func setTornTailAside() {
    let bytes = reader.findings.tornBytes
    guard bytes > 0 else { return }
    guard !isReadOnly else {
      warnings.append(.tornTail(bytes: bytes, setAside: nil))
      return
    }
    do throws(FileError) {
      let files = folder.files
      let name = try files.freeName(VaultNames.tornPrefix + VaultNames.stamp(folder.context.now()))
      let aside = try files.open(name, .create)
      try unlocked.file.copy(from: reader.end, count: bytes, to: aside)
      try aside.sync()
      try files.sync()
      try unlocked.file.truncate(to: reader.end)
      try unlocked.file.sync()
      warnings.append(.tornTail(bytes: bytes, setAside: name))
    } catch {
      isReadOnly = true
      warnings.append(.tornTail(bytes: bytes, setAside: nil))
    }
  }
}
