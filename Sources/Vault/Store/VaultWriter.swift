import Crypto
import Glibc

/// Writes whole vault files, and the copy of the header beside them.
struct VaultWriter {
  let files: any FileSystem
  let context: VaultContext
  /// Pages in one snapshot record: about 4 MiB, well below the format's limit.
  private static let pagesInRecord = 1000

  /// A new file `name` with a new file id, holding `image`; on disk in content, but its name not yet.
  func write(
    image: Image, header oldHeader: Header, dataKey: SecretBytes, name: String
  ) throws(VaultError) -> WrittenVault {
    var header = oldHeader
    header.fileID = context.random.bytes(16)
    let keys = try VaultKeys(dataKey: dataKey, fileID: header.fileID)
    let headerBytes = try header.bytes(headerKey: keys.headerKey)
    var chain = RecordChain(header: header, headerBytes: headerBytes)
    var end = UInt64(Format.headerSize)
    let file = try inVault { () throws(FileError) in
      let file = try files.open(name, .create)
      try file.write(headerBytes, at: 0)
      return file
    }
    let buffer = WorkBuffer(isForSeries: true)
    var first: UInt32 = 1
    repeat {
      let pages = Array((first..<image.pages + 1).prefix(Self.pagesInRecord))
      let size = RecordCoding.size(pages: pages.count)
      let tag = try buffer.with(size) { (record) throws(VaultError) in
        let tag = RecordCoding.encode(
          .snapshot, databasePages: image.pages, pages: pages, from: image, chain: chain, key: keys.recordKey,
          nonce: context.random.bytes(24), into: record)
        try inVault { () throws(FileError) in try file.write(UnsafeRawBufferPointer(record), at: end) }
        return tag
      }
      chain.advance(tag: tag)
      end += UInt64(size)
      first += UInt32(pages.count)
    } while first <= image.pages
    let identity = try inVault { () throws(FileError) in
      try file.sync()
      return try file.status().identity
    }
    return WrittenVault(
      file: file, identity: identity, header: header, keys: keys, chain: chain, end: end, snapshotEnd: end)
  }

  /// Has `make` fill a temporary file and then gives it the name `name`, where no file may be yet. It is on the disk when
  /// this returns.
  func finish<Result>(
    _ name: String, _ make: (_ temporary: String) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    let temporary = name + ".new"
    guard try !inVault({ () throws(FileError) in try files.exists(name) }) else { throw .alreadyExists(name: name) }
    do {
      try inVault { () throws(FileError) in try files.removeIfPresent(temporary) }
      let result = try make(temporary)
      try inVault { () throws(FileError) in
        try files.rename(temporary, to: name)
        try files.sync()
      }
      return result
    } catch {
      try? files.remove(temporary)
      if case .inputOutput(let code) = error, code == ENOENT || code == ENOTDIR {
        throw .cannotCreate(name: name, errno: code)
      }
      throw error
    }
  }

  /// A whole new vault file under its final name.
  @discardableResult func writeFinished(
    image: Image, header: Header, dataKey: SecretBytes, name: String
  ) throws(VaultError) -> WrittenVault {
    try finish(name) { (temporary) throws(VaultError) in
      try write(image: image, header: header, dataKey: dataKey, name: temporary)
    }
  }

  /// Clears what a rewrite left that was cut off before its file counted.
  func removeUnfinished() throws(VaultError) {
    try inVault { () throws(FileError) in
      try files.removeIfPresent(VaultNames.unfinished)
      try files.removeIfPresent(VaultNames.unfinishedHeader)
      try files.removeIfPresent(VaultNames.unfinishedRestore)
    }
  }

  /// Brings the copy of the header up to date where it is missing or another. `current` is made from the keys, never read
  /// from the file: a damaged header must not replace its good copy.
  func copyHeader(_ current: [UInt8]) throws(FileError) {
    if try files.exists(VaultNames.header),
      try files.open(VaultNames.header, .read).bytes(at: 0, count: Format.headerSize + 1) == current
    {
      return
    }
    try files.removeIfPresent(VaultNames.unfinishedHeader)
    let copy = try files.open(VaultNames.unfinishedHeader, .create)
    try copy.write(current, at: 0)
    try copy.sync()
    try files.rename(VaultNames.unfinishedHeader, to: VaultNames.header)
    try files.sync()
  }
}
