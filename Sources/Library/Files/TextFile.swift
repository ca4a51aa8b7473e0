import Glibc

/// Reads a content file whole; it may be anything that somebody put there.
enum TextFile {
  enum Failure: Error, Equatable {
    case missing, unreadable, tooLarge, notUTF8
    case control(line: Int)

    var words: String {
      switch self {
      case .missing: "There is no such file."
      case .unreadable: "This file cannot be read."
      case .tooLarge: "This file is too large."
      case .notUTF8: "This file is not UTF-8 text."
      case .control: "There is a hidden control character in this line."
      }
    }

    var line: Int { if case .control(let line) = self { line } else { 1 } }
  }

  /// `limit` in bytes.
  static func read(_ path: String, limit: Int) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    guard status.st_size <= limit else { throw .tooLarge }
    var bytes = [UInt8](repeating: 0, count: limit < Int(status.st_size) + 1 ? limit + 1 : Int(status.st_size) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable }
      if count == 0 { break }
      filled += count
    }
    guard filled <= limit else { throw .tooLarge }
    guard let text = String(validating: bytes[..<filled], as: UTF8.self) else { throw .notUTF8 }
    if let line = lineOfControl(in: text) { throw .control(line: line) }
    return text
  }

  static func lineOfControl(in text: String) -> Int? {
    // Plain text, which is nearly all there is, is seen to be so byte by byte.
    let isPlain = text.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09 || byte == 0x0D
        || byte > 0x7F && byte != 0xC2
          && byte != 0xE2 && byte != 0xEF
    }
    if isPlain { return nil }
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if Name.isControl(scalar) { return line }
    }
    return nil
  }
}
