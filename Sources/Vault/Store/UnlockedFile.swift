import Crypto
import Glibc

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
    let (file, status) = try Self.open(name, access, in: files)
    let own = try Self.headerBytes(of: file)
    do throws(VaultError) {
      self = try UnlockedFile(file, status, own, credential, context, usedCopy: false)
    } catch {
      let damages: [VaultError] = [.notAVault, .headerDamaged]
      guard damages.contains(error), let copyName, let copy = try Self.copiedBytes(files, copyName) else {
        throw error
      }
      let original = error
      do throws(VaultError) {
        self = try UnlockedFile(file, status, copy, credential, context, usedCopy: true)
      } catch  where damages.contains(error) {
        throw original
      }
    }
  }

  private init(
    _ file: any File, _ status: FileStatus, _ bytes: [UInt8], _ credential: Credential, _ context: VaultContext,
    usedCopy: Bool
  ) throws(VaultError) {
    switch try HeaderReading(bytes) {
    case .header(let found): header = found
    case .newer(let minReader): throw .newerVault(minReader: minReader)
    case .notAVault: throw .notAVault
    case .damaged: throw .headerDamaged
    }
    // Every number a file asks for is looked at before anything is allocated.
    guard header.passphraseSlot.isAllowed, header.recoverySlot?.isAllowed ?? true else { throw .badKDFSettings }
    keys = try VaultKeys(dataKey: try credential.dataKey(in: header, context: context), fileID: header.fileID)
    #if HANDRAIL_MUTATIONS
      let bytes = Mutation.active == .headerCodeUnchecked ? try header.bytes(headerKey: keys.headerKey) : bytes
    #endif
    guard Memory.equal(try header.bytes(headerKey: keys.headerKey), bytes) else { throw .headerDamaged }
    (self.file, self.status, headerBytes, self.usedCopy) = (file, status, bytes, usedCopy)
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
      file: file, identity: status.identity, header: header, keys: keys, chain: reader.chain, end: reader.end,
      snapshotEnd: reader.snapshotEnd)
  }

  private static func open(
    _ name: String, _ access: FileAccess, in files: any FileSystem
  ) throws(VaultError) -> (any File, FileStatus) {
    do {
      let file = try files.open(name, access)
      return (file, try file.status())
    } catch  where access == .read && [EACCES, EPERM].contains(error.code) {
      throw .notPermitted
    } catch {
      throw VaultError(error)
    }
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
