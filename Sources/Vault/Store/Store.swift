import Crypto

/// An unlocked vault file and the image it holds: reads the records, appends to them, writes them anew.
///
/// Used from one thread at a time: the caller's, or the database queue's while the caller waits for it.
final class Store: @unchecked Sendable {
  let files: any FileSystem
  let context: VaultContext
  let isReadOnly: Bool
  var image: Image
  let buffer = WorkBuffer()

  var file: any File
  var identity: FileIdentity
  var header: Header
  var keys: VaultKeys
  var chain: RecordChain
  /// Where the next record goes.
  var end: UInt64
  /// Where the snapshot at the start ends.
  var snapshotEnd: UInt64
  var lastType = RecordType.snapshot
  /// Whether this session has added anything to the file.
  var hasWritten = false
  /// Set when only opening the vault again can tell what the disk holds.
  var needsReopening = false
  /// Why the last append failed, in more detail than SQLite can pass on.
  var lastError: VaultError?

  init(
    files: any FileSystem, context: VaultContext, isReadOnly: Bool, image: Image, written: WrittenVault
  ) {
    self.files = files
    self.context = context
    self.isReadOnly = isReadOnly
    self.image = image
    file = written.file
    identity = written.identity
    header = written.header
    keys = written.keys
    chain = written.chain
    end = written.end
    snapshotEnd = written.snapshotEnd
  }

  /// The chain as it is before the first record.
  func startOfChain() throws(VaultError) -> RecordChain {
    RecordChain(header: header, headerBytes: try header.bytes(headerKey: keys.headerKey))
  }

  /// The number of the last record in the file, from 0.
  var lastRecord: UInt64 { chain.sequence - 1 }
  /// Bytes of records behind the snapshot.
  var logSize: UInt64 { end - snapshotEnd }
  /// Whether the file has grown so far past its content that it should be written anew. Each byte saved is then written
  /// at most twice, however large the vault is.
  var wantsCompacting: Bool {
    logSize > max(4 << 20, UInt64(image.pages) * UInt64(Format.pageSize))
  }
}

/// A vault file on disk whose records are all known.
struct WrittenVault {
  var file: any File
  var identity: FileIdentity
  var header: Header
  var keys: VaultKeys
  var chain: RecordChain
  var end: UInt64
  var snapshotEnd: UInt64
}
