import Glibc
import PtyDriver
import Testing

/// How a run without a terminal ended, and what it wrote.
struct Outcome: Equatable {
  var code: Int32
  var out: String
  var err: String

  /// Runs to the end with `input` as a file, so that nothing can block; no terminal is in reach.
  static func of(
    _ program: String, _ arguments: [String], input: String, environment: [String: String], in folder: String,
    at home: String
  ) throws -> Outcome {
    let inputFile = try temporary(in: folder)
    let (out, err) = (try temporary(in: folder), try temporary(in: folder))
    defer { [inputFile, out, err].forEach { close($0) } }
    try #require(input.withCString { write(inputFile, $0, strlen($0)) } == input.utf8.count)
    lseek(inputFile, 0, SEEK_SET)
    let session = try PtySession(
      program, arguments, environment: environment, input: inputFile, output: out, error: err, controlling: false,
      folder: home)
    let exit = try session.waitForExit(within: 60)
    guard case .status(let code) = exit else { throw Trouble.endedBySignal(exit) }
    return Outcome(code: code, out: Bytes.text(Bytes.all(of: out)), err: Bytes.text(Bytes.all(of: err)))
  }

  /// Words on the aside stream, with the breaks of the window's width taken out.
  var said: String { Self.unbroken(err) }
  /// The same of the results.
  var told: String { Self.unbroken(out) }

  private static func unbroken(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  enum Trouble: Error { case endedBySignal(PtyExit), noFile }

  /// An open file without a name, gone when it is closed.
  private static func temporary(in folder: String) throws -> Int32 {
    let names = (0..<100).lazy.map { "\(folder)/stream-\($0)" }
    for name in names {
      let file = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if file >= 0 {
        unlink(name)
        return file
      }
    }
    throw Trouble.noFile
  }
}

/// Bytes of files.
enum Bytes {
  static func all(of file: Int32) -> [UInt8] {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func at(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return all(of: file)
  }

  /// Whether the file at `path` holds just these. A failed expectation then prints no long list.
  static func same(_ path: String, _ bytes: [UInt8]) -> Bool { at(path) == bytes }

  @discardableResult static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  static func contain(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    ByteSearch.end(of: wanted, in: bytes) != nil
  }
}
