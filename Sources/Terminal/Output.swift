import CReadline
import Glibc

/// Writes text to a descriptor, whole; a closed window or pipe is silence, never an end.
final class Output {
  let descriptor: Int32
  let isTerminal: Bool
  private var isClosed = false
  /// The disk did not take it; a reader that left does not count.
  private(set) var isLost = false

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    hr_ignore_broken_pipes()
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    var left = bytes[...]
    while !left.isEmpty, !isClosed {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: left).baseAddress, left.count)
      if count > 0 {
        left = left.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waited, 1, -1)
      } else if count == 0 || errno != EINTR {
        isClosed = true
        isLost = count < 0 && [ENOSPC, EDQUOT, EFBIG, EIO].contains(errno)
      }
    }
  }

  /// Columns and rows of the window, if there is one.
  var size: (columns: Int, rows: Int)? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    hr_window_size(descriptor, &columns, &rows)
    return columns > 0 && rows > 0 ? (Int(columns), Int(rows)) : nil
  }

  /// Columns of text: the window's, at most 80, at least 20.
  var textWidth: Int { min(80, drawingWidth) }

  /// Columns of a drawing: the window's, at most 120, at least 20; 80 where there is no window.
  var drawingWidth: Int { min(120, max(20, size?.columns ?? 80)) }
}
