import Glibc

@testable import Vault

/// A real folder that refuses to write or to sync when told to, as full and failing disks do.
final class RefusingFiles: FileSystem, @unchecked Sendable {
  // Sendable by hand: the vault uses its files from one thread at a time.
  private let files: POSIXFileSystem
  /// The error of the next writes; nil lets them through.
  var writeError: Int32?
  var syncError: Int32?

  init(path: String) { files = POSIXFileSystem(path: path) }

  func makeFolder() throws(FileError) { try files.makeFolder() }
  func status(of name: String) throws(FileError) -> FileStatus? { try files.status(of: name) }
  func names() throws(FileError) -> [String] { try files.names() }
  func rename(_ name: String, to newName: String) throws(FileError) { try files.rename(name, to: newName) }
  func link(_ name: String, to newName: String) throws(FileError) { try files.link(name, to: newName) }
  func remove(_ name: String) throws(FileError) { try files.remove(name) }
  func sync() throws(FileError) { try files.sync() }
  func lock(_ name: String) throws(FileError) -> LockOutcome { try files.lock(name) }

  func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    RefusingFile(of: self, file: try files.open(name, access))
  }
}

private final class RefusingFile: File {
  private let files: RefusingFiles
  private let file: any File

  init(of files: RefusingFiles, file: any File) {
    self.files = files
    self.file = file
  }

  func status() throws(FileError) -> FileStatus { try file.status() }
  func truncate(to size: UInt64) throws(FileError) { try file.truncate(to: size) }
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(FileError) -> Int {
    try file.read(into: buffer, at: offset)
  }

  /// Half of it is there before it fails.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError) {
    guard let code = files.writeError else { return try file.write(bytes, at: offset) }
    try file.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), at: offset)
    throw FileError(code: code)
  }

  func sync() throws(FileError) {
    if let code = files.syncError { throw FileError(code: code) }
    try file.sync()
  }
}
