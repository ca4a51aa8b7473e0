import Crypto

/// A vault file whose header is read and whose keys are known; its records are not read yet.
struct UnlockedFile {
  let file: any File
  let status: FileStatus
  let header: Header
  let headerBytes: [UInt8]
  let keys: VaultKeys
  /// The file's own header was damaged, and the copy beside it was used.
  let usedCopy: Bool

  /// Opens `name`, falling back to the copy of its header named `copyName`. Writes nothing.
  init(
    files: any FileSystem, name: String, copyName: String?, access: FileAccess, credential: Credential,
    context: VaultContext
  ) throws(VaultError) {
    (file, status) = try inVault { () throws(FileError) in
      let file = try files.open(name, access)
      return (file, try file.status())
    }
    let own = try Self.headerBytes(of: file)
    let copy = try copyName.flatMap { (copyName) throws(VaultError) in try Self.copiedBytes(files, copyName) }
    switch try HeaderReading(own) {
    case .header(let found):
      (header, headerBytes, usedCopy) = (found, own, false)
    case .newer(let minReader):
      throw .newerVault(minReader: minReader)
    case .damaged, .notAVault:
      guard let copy, case .header(let found) = try HeaderReading(copy) else {
        if case .notAVault = try HeaderReading(own) { throw .notAVault }
        throw .headerDamaged
      }
      (header, headerBytes, usedCopy) = (found, copy, true)
    }
    // Every number a file asks for is looked at before anything is allocated.
    guard header.passphraseSlot.isAllowed, header.recoverySlot?.isAllowed ?? true else { throw .badKDFSettings }
    keys = try VaultKeys(dataKey: try credential.dataKey(in: header, context: context), fileID: header.fileID)
    guard Memory.equal(try header.bytes(headerKey: keys.headerKey), headerBytes) else { throw .headerDamaged }
  }

  /// A reader for the records.
  func reader(salvages: Bool = false) -> RecordReader {
    RecordReader(
      file: file, size: status.size, chain: RecordChain(header: header, headerBytes: headerBytes),
      key: keys.recordKey, salvages: salvages)
  }

  /// The file as far as `reader` has read it.
  func written(_ reader: RecordReader) -> WrittenVault {
    WrittenVault(
      file: file, inode: status.inode, header: header, keys: keys, chain: reader.chain, end: reader.end,
      snapshotEnd: reader.snapshotEnd)
  }

  private static func headerBytes(of file: any File) throws(VaultError) -> [UInt8] {
    try inVault { () throws(FileError) in try file.bytes(at: 0, count: Format.headerSize) }
  }

  private static func copiedBytes(_ files: any FileSystem, _ name: String) throws(VaultError) -> [UInt8]? {
    try inVault { () throws(FileError) in
      guard try files.exists(name) else { return nil }
      return try files.open(name, .read).bytes(at: 0, count: Format.headerSize)
    }
  }
}
