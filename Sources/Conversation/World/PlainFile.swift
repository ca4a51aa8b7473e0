import Glibc

/// Small files that hold nothing private, and files a person names: read whole, or replaced whole.
package enum PlainFile {
  package enum Trouble: Error, Equatable { case missing, unreadable, tooLarge }

  package static func read(_ path: String, limit: Int) -> Result<[UInt8], Trouble> {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return .failure(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return .failure(.unreadable) }
      if count == 0 { return .success(bytes) }
      bytes += chunk[..<count]
      if bytes.count > limit { return .failure(.tooLarge) }
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether other people of this computer may read or change it, as its mode says.
  package static func isOpenToOthers(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & 0o077 != 0
  }

  package static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// False when it is still there.
  package static func remove(_ path: String) -> Bool { unlink(path) == 0 }

  /// `~/card.txt` with the person's home in its place.
  package static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// Makes a folder and those above it, each 0700 where it is new.
  private static func makeFolder(_ path: String) -> Bool {
    if path.isEmpty || isFolder(path) || mkdir(path, 0o700) == 0 { return true }
    guard errno == ENOENT else { return false }
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return makeFolder(above) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
  }

  /// Writes a new file beside, then renames it over the name: the old one stays whole until then. Mode 0600.
  package static func replace(_ path: String, with bytes: [UInt8], what: String) throws(Departure) {
    let new = path + ".new"
    func fail() -> Departure {
      let code = errno
      unlink(new)
      return .failed(.cannotWrite(what: what, errno: code))
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard makeFolder(folder) else { throw fail() }
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fail() }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        throw fail()
      }
      written += count
    }
    let synced = fsync(file)
    guard close(file) == 0, synced == 0, rename(new, path) == 0 else { throw fail() }
  }
}
