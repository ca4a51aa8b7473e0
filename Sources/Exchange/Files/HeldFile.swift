import Glibc

/// Why a file somebody else made is not read.
package enum HeldFileTrouble: Error, Equatable {
  case missing
  case isFolder
  /// A link where none is followed, a pipe, a socket or a device.
  case notAFile
  case tooLarge
  /// It was changed, or another was put in its place, while it was read.
  case changed
  case cannotRead(Int32)
}

/// A whole file in memory, of a size that is known before a byte of it is read.
package enum HeldFile {
  /// `meanwhile` is called once some of it is read: a test changes the file then.
  package static func read(
    _ path: String, limit: Int, followsLink: Bool, meanwhile: () -> Void = {}
  ) throws(HeldFileTrouble) -> [UInt8] {
    // Opening some devices does something already: they are told apart before.
    let named = try look(path, followsLink: followsLink)
    let descriptor = open(
      path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw errno == ELOOP ? .notAFile : trouble(errno) }
    defer { close(descriptor) }
    var before = stat()
    guard fstat(descriptor, &before) == 0 else { throw .cannotRead(errno) }
    guard before.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard isSame(before, named) else { throw .changed }
    guard before.st_size <= limit else { throw .tooLarge }
    let bytes = try all(of: descriptor, size: Int(before.st_size), meanwhile)
    var after = stat()
    guard fstat(descriptor, &after) == 0, isSame(before, after), bytes.count == Int(before.st_size),
      isSame(before, try look(path, followsLink: followsLink))
    else { throw .changed }
    return bytes
  }

  private static func look(_ path: String, followsLink: Bool) throws(HeldFileTrouble) -> stat {
    var status = stat()
    guard (followsLink ? stat(path, &status) : lstat(path, &status)) == 0 else { throw trouble(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw .isFolder
    default: throw .notAFile
    }
  }

  private static func trouble(_ code: Int32) -> HeldFileTrouble {
    [ENOENT, ENOTDIR].contains(code) ? .missing : .cannotRead(code)
  }

  /// The file itself, its length and the moment it was written last.
  private static func isSame(_ a: stat, _ b: stat) -> Bool {
    a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size
      && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec
  }

  /// One byte more than it should have is read, so that a file that grows is seen.
  private static func all(of descriptor: Int32, size: Int, _ meanwhile: () -> Void) throws(HeldFileTrouble) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { room in
        Glibc.read(descriptor, room.baseAddress.map { $0 + done }, min(1 << 20, room.count - done))
      }
      if count == 0 { break }
      guard count > 0 || errno == EINTR else { throw .cannotRead(errno) }
      if done == 0 { meanwhile() }
      done += max(0, count)
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }
}

/// Collects what is opened, up to a limit.
package final class LimitedOutput: ByteOutput {
  package private(set) var bytes: [UInt8] = []
  private let limit: Int
  /// More came than the limit.
  package private(set) var isOver = false

  package init(limit: Int, expecting size: Int = 0) {
    self.limit = limit
    bytes.reserveCapacity(min(size, limit))
  }

  package func write(_ piece: UnsafeRawBufferPointer) throws(AgeError) {
    guard bytes.count + piece.count <= limit else {
      isOver = true
      throw .file(.stopped)
    }
    bytes += piece
  }
}
