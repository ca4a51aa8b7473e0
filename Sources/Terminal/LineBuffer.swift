/// Cuts a stream of bytes into lines: LF or CRLF, NUL dropped, what is not UTF-8 replaced by U+FFFD.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isFirst = true

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// The next whole line, without its end.
  mutating func nextLine() -> String? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    return take(through: end + 1)
  }

  /// What is left without a line end; nil when there is nothing.
  mutating func lastLine() -> String? { start < bytes.count ? take(through: bytes.count) : nil }

  /// Lets go of lines that were taken.
  mutating func forgetTaken() {
    bytes = Array(bytes[start...])
    searched -= start
    start = 0
  }

  private mutating func take(through end: Int) -> String {
    var line = bytes[start..<end].filter { $0 != 0 }
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    start = end
    if start == bytes.count || start > 1 << 16 {
      bytes.removeFirst(start)
      start = 0
    }
    searched = start
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    return String(decoding: line, as: UTF8.self)
  }
}
