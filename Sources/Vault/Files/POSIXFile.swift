import Glibc

/// An open file of the real file system.
final class POSIXFile: File {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(code: errno) }
    return FileStatus(status)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(FileError) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
      if count > 0 {
        done += count
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw FileError(code: errno)
      }
    }
    return done
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
      if count > 0 {
        done += count
      } else if count == 0 {
        throw FileError(code: EIO)
      } else if errno != EINTR {
        throw FileError(code: errno)
      }
    }
  }

  func truncate(to size: UInt64) throws(FileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw FileError(code: errno) }
  }

  func sync() throws(FileError) {
    guard fdatasync(descriptor) == 0 else { throw FileError(code: errno) }
  }

  deinit { close(descriptor) }
}

extension FileStatus {
  init(_ status: stat) {
    self.init(
      size: UInt64(max(status.st_size, 0)), inode: UInt64(status.st_ino), modified: Int64(status.st_mtim.tv_sec))
    device = UInt64(status.st_dev)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    isOpenToOthers = kind != .link && status.st_mode & 0o077 != 0
    isAnothers = status.st_uid != geteuid()
  }
}
