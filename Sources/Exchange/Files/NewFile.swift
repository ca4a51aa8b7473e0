import Crypto
import Glibc

/// A file that appears under its name only when it is complete. Until then it is a file beside it, for its owner only, and
/// is gone when the value is let go unfinished.
package final class NewFile: ByteOutput {
  private let folder: Int32
  private let name: String
  private let temporary: String
  private let replaces: Bool
  private var descriptor: Int32
  private var isThere = true
  private var written = 0
  private var handedOver = 0
  private static let step = 8 << 20

  /// `replacing`: a file of that name may be replaced. A link is neither followed nor replaced, nor is anything but a file.
  package init(_ path: String, replacing: Bool = false) throws(AgeError) {
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(pieces.last ?? "")
    guard !name.isEmpty, name != ".", name != ".." else { throw .file(.notAFile) }
    let above = pieces.dropLast().joined(separator: "/")
    let folder = open(
      above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .file([ENOENT, ENOTDIR].contains(errno) ? .noFolder : .cannotCreate(errno)) }
    if let trouble = Self.inTheWay(of: name, in: folder, replacing: replacing) {
      close(folder)
      throw .file(trouble)
    }
    let mark = RandomSource.system.bytes(5).map { String($0 & 31, radix: 32) }.joined()
    temporary = ".handrail-\(mark).part"
    descriptor = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      close(folder)
      throw .file(.cannotCreate(code))
    }
    self.folder = folder
    self.name = name
    replaces = replacing
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(AgeError) {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count > 0 { done += count } else if count == 0 || errno != EINTR { throw .file(.cannotWrite(errno)) }
    }
    written += done
    handOver()
  }

  /// Lets the disk begin with what is there, so that the sync at the end has little left to wait for.
  private func handOver() {
    guard written - handedOver >= Self.step else { return }
    posix_fadvise(descriptor, off_t(handedOver), off_t(written - handedOver), POSIX_FADV_DONTNEED)
    handedOver = written
  }

  /// Gives the file its name once the disk has all of it.
  package func finish() throws(AgeError) {
    guard fsync(descriptor) == 0 else { throw .file(.cannotWrite(errno)) }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw .file(.cannotWrite(errno)) }
    try rename()
    isThere = false
    // Some disks cannot sync a folder; the file itself is on the disk.
    _ = fsync(folder)
  }

  private func rename() throws(AgeError) {
    if !replaces {
      // A second name never replaces anything, also what came since the first look.
      if linkat(folder, temporary, folder, name, 0) == 0 {
        unlinkat(folder, temporary, 0)
        return
      }
      if errno == EEXIST { throw .file(.exists) }
      // Some disks know no second names: look again, then rename.
      guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw .file(.cannotCreate(errno)) }
    }
    if let trouble = Self.inTheWay(of: name, in: folder, replacing: replaces) { throw .file(trouble) }
    guard renameat(folder, temporary, folder, name) == 0 else { throw .file(.cannotCreate(errno)) }
  }

  private static func inTheWay(of name: String, in folder: Int32, replacing: Bool) -> FileTrouble? {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return replacing ? nil : .exists
    default: return .notAFile
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if isThere { unlinkat(folder, temporary, 0) }
    close(folder)
  }
}
