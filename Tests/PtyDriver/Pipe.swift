import CPty
import Glibc

/// A pipe whose ends a program gets in place of its terminal.
package final class Pipe {
  package let reading: Int32
  package let writing: Int32
  private var open: Set<Int32>

  package init() throws(PtyError) {
    var ends: [Int32] = [-1, -1]
    guard pty_pipe(&ends) == 0 else { throw .notStarted(errno: errno) }
    (reading, writing) = (ends[0], ends[1])
    open = Set(ends)
  }

  deinit {
    for end in open { close(end) }
  }

  package func closeReading() { closeEnd(reading) }
  package func closeWriting() { closeEnd(writing) }

  /// A text that fits the pipe (64 KiB).
  package func write(_ text: String) { _ = text.withCString { Glibc.write(writing, $0, strlen($0)) } }

  /// All until the writing ends are closed.
  package func readAll() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private func closeEnd(_ end: Int32) {
    if open.remove(end) != nil { close(end) }
  }
}
