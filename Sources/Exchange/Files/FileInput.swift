import Glibc

/// A file, or standard input, read from its beginning.
package final class FileInput: ByteInput {
  private let descriptor: Int32
  private let isOwn: Bool
  private let isRegular: Bool
  private let stop: () -> Bool
  /// Bytes, where the system tells before reading.
  package let size: Int?

  /// `-` is standard input. `stop` is looked at between pieces: true ends the reading.
  package init(_ path: String, stop: @escaping () -> Bool = { false }) throws(AgeError) {
    isOwn = path != "-"
    let descriptor = isOwn ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    guard descriptor >= 0 else {
      throw .file([ENOENT, ENOTDIR].contains(errno) ? .missing : .cannotRead(errno))
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    self.descriptor = descriptor
    isRegular = isKnown && kind == S_IFREG
    size = isRegular ? Int(status.st_size) : nil
    self.stop = stop
    // The first look, before any file is made: from it on a request to stop waits to be seen.
    if stop() { throw .file(.stopped) }
    if isKnown && kind == S_IFDIR { throw .file(.isFolder) }
  }

  package func read(into room: UnsafeMutableRawBufferPointer) throws(AgeError) -> Int {
    var done = 0
    while done < room.count {
      try waitForMore()
      let count = Glibc.read(descriptor, room.baseAddress.map { $0 + done }, room.count - done)
      if count == 0 { break }
      if count > 0 { done += count } else if errno != EINTR { throw .file(.cannotRead(errno)) }
    }
    return done
  }

  /// A pipe may say nothing for long: then nobody could end the program.
  private func waitForMore() throws(AgeError) {
    if stop() { throw .file(.stopped) }
    guard !isRegular else { return }
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&waited, 1, 200) == 0 {
      if stop() { throw .file(.stopped) }
    }
  }

  deinit { if isOwn { close(descriptor) } }
}
