import CSystem
import Glibc

/// A folder of the real file system. Names are plain names in it.
package final class POSIXFileSystem: FileSystem {
  package let path: String

  package init(path: String) { self.path = path.isEmpty ? "." : path }

  package func makeFolder() throws(FileError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for piece in path.split(separator: "/") {
      partial += partial.isEmpty || partial.hasSuffix("/") ? piece : "/" + piece
      guard mkdir(partial, 0o700) != 0, errno != EEXIST else { continue }
      let code = errno
      var status = stat()
      if stat(partial, &status) != 0 { throw FileError(code: code) }
    }
    // Some disks, such as most USB sticks, keep no modes. What is in the folder is sealed all the same.
    _ = chmod(path, 0o700)
  }

  package func open(_ name: String, _ access: FileAccess) throws(FileError) -> any File {
    try withFolder { (folder) throws(FileError) in
      let flags: Int32 =
        switch access {
        case .read: O_RDONLY
        case .readWrite: O_RDWR
        case .create: O_RDWR | O_CREAT | O_EXCL
        }
      // A pipe of that name must not make anyone wait.
      let descriptor = openat(folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw FileError(code: errno) }
      return POSIXFile(descriptor: descriptor)
    }
  }

  package func status(of name: String) throws(FileError) -> FileStatus? {
    // Asked before each save: by its path it is one call.
    var status = stat()
    if lstat(path + "/" + name, &status) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw FileError(code: errno)
  }

  /// Where `path` leads through links, and to the vault in it where it is a folder; nil when nothing is there.
  static func resolve(_ path: String) throws(FileError) -> String? {
    guard let found = realpath(path, nil) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(code: errno)
    }
    defer { free(found) }
    let real = String(cString: found)
    var info = stat()
    guard stat(real, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return real }
    return real + "/" + VaultNames.vault
  }

  package func names() throws(FileError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileError(code: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func rename(_ name: String, to newName: String) throws(FileError) {
    try inFolder { renameat($0, name, $0, newName) }
  }

  package func link(_ name: String, to newName: String) throws(FileError) {
    try inFolder { linkat($0, name, $0, newName, 0) }
  }

  package func remove(_ name: String) throws(FileError) {
    try inFolder { unlinkat($0, name, 0) }
  }

  package func closeToOthers(_ name: String) throws(FileError) {
    guard let status = try status(of: name), status.kind != .link else { return }
    try inFolder { fchmodat($0, name, status.kind == .folder ? 0o700 : 0o600, 0) }
  }

  package func sync() throws(FileError) {
    try inFolder { fsync($0) }
  }

  package func lock(_ name: String) throws(FileError) -> LockOutcome {
    while true {
      let file: POSIXFile
      do {
        file = try openLock(name)
      } catch  where [EROFS, EACCES, EPERM].contains(error.code) {
        return .readOnly
      }
      switch handrail_lock_whole_file(file.descriptor) {
      case 0:
        // Between opening and locking, an erasing session may have removed the file: then this lock protects nothing.
        guard try status(of: name)?.identity == file.status().identity else { continue }
        let text = [UInt8]("\(getpid())\n".utf8)
        // The process id is a courtesy to whoever is turned away; a full disk must not keep anyone out.
        try? file.truncate(to: 0)
        try? file.write(text, at: 0)
        return .held(POSIXLock(file: file))
      case EAGAIN, EACCES:
        let text = try file.bytes(at: 0, count: 16)
        return .heldElsewhere(processID: Int32(String(decoding: text.prefix { $0 != 10 }, as: UTF8.self)))
      case let code:
        throw FileError(code: code)
      }
    }
  }

  private func openLock(_ name: String) throws(FileError) -> POSIXFile {
    try withFolder { (folder) throws(FileError) in
      let descriptor = openat(folder, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw FileError(code: errno) }
      return POSIXFile(descriptor: descriptor)
    }
  }

  private func inFolder(_ call: (Int32) -> Int32) throws(FileError) {
    try withFolder { (folder) throws(FileError) in
      guard call(folder) == 0 else { throw FileError(code: errno) }
    }
  }

  private func withFolder<Result>(_ body: (Int32) throws(FileError) -> Result) throws(FileError) -> Result {
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileError(code: errno) }
    defer { close(folder) }
    return try body(folder)
  }
}

/// The lock on a folder's lock file. Closing the file gives it back.
private final class POSIXLock: FolderLock {
  private let file: POSIXFile

  init(file: POSIXFile) { self.file = file }

  deinit {
    try? file.truncate(to: 0)
    _ = handrail_unlock_whole_file(file.descriptor)
  }
}
