import Glibc
import Synchronization
import Vault

/// A folder in memory that counts what is done to it. When it can only be read, every attempt to change it still counts.
package final class ByteFolder: FileSystem {
  private let isReadOnly: Bool
  private let files: Mutex<[String: ByteFile]>
  private let changeCount = Mutex(0)

  package init(_ files: [String: [UInt8]] = [:], isReadOnly: Bool = false) {
    self.isReadOnly = isReadOnly
    self.files = Mutex(files.mapValues(ByteFile.init))
  }

  /// How often somebody wrote, or tried to.
  package var changes: Int { changeCount.withLock { $0 } }

  /// What a file holds; empty when there is none.
  package func bytes(_ name: String) -> [UInt8] { files.withLock { $0[name] }?.content ?? [] }

  package func makeFolder() throws(FileError) {}

  package func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    if case .read = access {
      guard let file = files.withLock({ $0[name] }) else { throw FileError(code: ENOENT) }
      return ByteHandle(file: file, folder: self, canWrite: false)
    }
    if case .create = access {
      try change()
      let file = ByteFile([])
      guard files.withLock({ $0.updateIfMissing(name, file) }) else { throw FileError(code: EEXIST) }
      return ByteHandle(file: file, folder: self, canWrite: true)
    }
    guard !isReadOnly else { throw FileError(code: EROFS) }
    guard let file = files.withLock({ $0[name] }) else { throw FileError(code: ENOENT) }
    return ByteHandle(file: file, folder: self, canWrite: true)
  }

  package func status(of name: String) -> FileStatus? { files.withLock { $0[name] }?.status }
  package func names() -> [String] { files.withLock { $0.keys.sorted() } }

  package func rename(_ name: String, to newName: String) throws(FileError) {
    try link(name, to: newName)
    files.withLock { $0[name] = nil }
  }

  package func link(_ name: String, to newName: String) throws(FileError) {
    try change()
    let found = files.withLock { files in
      files[newName] = files[name]
      return files[name] != nil
    }
    guard found else { throw FileError(code: ENOENT) }
  }

  package func remove(_ name: String) throws(FileError) {
    guard files.withLock({ $0[name] }) != nil else { throw FileError(code: ENOENT) }
    try change()
    files.withLock { $0[name] = nil }
  }

  package func sync() {}
  package func lock(_ name: String) -> LockOutcome { isReadOnly ? .readOnly : .held(ByteLock()) }

  fileprivate func change() throws(FileError) {
    changeCount.withLock { $0 += 1 }
    guard !isReadOnly else { throw FileError(code: EROFS) }
  }
}

private final class ByteLock: FolderLock {}

/// The bytes under a name, shared by all who have it open.
private final class ByteFile: Sendable {
  private let bytes: Mutex<[UInt8]>

  init(_ content: [UInt8]) { bytes = Mutex(content) }

  var content: [UInt8] { bytes.withLock { $0 } }
  var status: FileStatus {
    let inode = UInt64(UInt(bitPattern: ObjectIdentifier(self)))
    return FileStatus(size: bytes.withLock { UInt64($0.count) }, inode: inode, modified: 0)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) -> Int {
    bytes.withLock { bytes in
      guard offset < UInt64(bytes.count) else { return 0 }
      let part = bytes[Int(offset)..<min(bytes.count, Int(offset) + buffer.count)]
      buffer.copyBytes(from: part)
      return part.count
    }
  }

  func write(_ new: UnsafeRawBufferPointer, at offset: UInt64) {
    bytes.withLock { bytes in
      let end = Int(offset) + new.count
      if end > bytes.count { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
      bytes.replaceSubrange(Int(offset)..<end, with: new)
    }
  }

  func truncate(to size: UInt64) {
    bytes.withLock { bytes in
      if size < UInt64(bytes.count) { bytes.removeLast(bytes.count - Int(size)) }
    }
  }
}

private final class ByteHandle: File {
  private let file: ByteFile
  private let folder: ByteFolder
  private let canWrite: Bool

  init(file: ByteFile, folder: ByteFolder, canWrite: Bool) {
    self.file = file
    self.folder = folder
    self.canWrite = canWrite
  }

  func status() -> FileStatus { file.status }
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) -> Int {
    file.read(into: buffer, at: offset)
  }
  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError) {
    try change()
    file.write(bytes, at: offset)
  }
  func truncate(to size: UInt64) throws(FileError) {
    try change()
    file.truncate(to: size)
  }
  func sync() {}

  private func change() throws(FileError) {
    try folder.change()
    guard canWrite else { throw FileError(code: EBADF) }
  }
}

extension [String: ByteFile] {
  fileprivate mutating func updateIfMissing(_ name: String, _ file: ByteFile) -> Bool {
    guard self[name] == nil else { return false }
    self[name] = file
    return true
  }
}
