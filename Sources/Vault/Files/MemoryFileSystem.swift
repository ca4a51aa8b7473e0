import Glibc
import Synchronization

/// A folder in memory: for the check at start that SQLite commits as the vault needs it, and for what is used once.
final class MemoryFileSystem: FileSystem {
  private let files = Mutex<[String: MemoryFile]>([:])

  func makeFolder() {}

  func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    let (file, code) = files.withLock { files -> (MemoryFile?, Int32) in
      if case .create = access {
        guard files[name] == nil else { return (nil, EEXIST) }
        let file = MemoryFile()
        files[name] = file
        return (file, 0)
      }
      return (files[name], ENOENT)
    }
    guard let file else { throw FileError(code: code) }
    return file
  }

  func status(of name: String) -> FileStatus? { files.withLock { $0[name] }?.status() }

  func names() -> [String] { files.withLock { $0.keys.sorted() } }

  func rename(_ name: String, to newName: String) throws(FileError) {
    try link(name, to: newName)
    try remove(name)
  }

  func link(_ name: String, to newName: String) throws(FileError) {
    let found = files.withLock { files in
      files[newName] = files[name]
      return files[name] != nil
    }
    guard found else { throw FileError(code: ENOENT) }
  }

  func remove(_ name: String) throws(FileError) {
    guard files.withLock({ $0.removeValue(forKey: name) }) != nil else { throw FileError(code: ENOENT) }
  }

  func sync() {}

  func lock(_ name: String) -> LockOutcome { .held(MemoryLock()) }
}

private final class MemoryLock: FolderLock {}

private final class MemoryFile: File {
  private let bytes = Mutex<[UInt8]>([])

  func status() -> FileStatus {
    let inode = UInt64(UInt(bitPattern: ObjectIdentifier(self)))
    return FileStatus(size: bytes.withLock { UInt64($0.count) }, inode: inode, modified: 0)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) -> Int {
    bytes.withLock { bytes in
      guard offset < bytes.count else { return 0 }
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
      if size < bytes.count { bytes.removeLast(bytes.count - Int(size)) }
    }
  }

  func sync() {}
}
