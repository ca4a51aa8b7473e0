import Glibc
import JSON

/// Single lines of a log, read strictly.
enum LogLines {
  /// The manifest, off the beginning.
  static func head(_ split: inout LineSplit) throws(LogRefusal) -> JSON {
    guard let first = split.bytes.first else { throw .empty }
    guard split.bytes.count <= LogLimits.file else { throw .tooLarge }
    guard first == UInt8(ascii: "{") else { throw .notALog }
    guard let raw = try split.next() else { throw .cutOff }
    let manifest = try parse(raw, line: 1)
    guard manifest["format"]?.string == LogManifest.format else { throw .notALog }
    try check(version: manifest["version"]?.string)
    try check(manifest, is: raw, line: 1)
    return manifest
  }

  static func json(_ raw: ArraySlice<UInt8>, line: Int) throws(LogRefusal) -> JSON {
    let json = try parse(raw, line: line)
    try check(json, is: raw, line: line)
    return json
  }

  static func signature(_ json: JSON, line: Int) throws(LogRefusal) -> String {
    guard let text = json["signature"]?.string, json.object?.count == 1, text.utf8.count <= 4_096 else {
      throw .field("signature", line: line)
    }
    return text
  }

  /// All minor versions of 1 are read; what a newer one adds is kept in the bytes of each line.
  static func check(version: String?) throws(LogRefusal) {
    let parts = version?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let major = Int(parts[0])
    else { throw .field("version", line: 1) }
    guard major > 0 else { throw .olderVersion }
    guard major == 1 else { throw .version }
  }

  /// `string`: bytes of one text.
  static func parse(
    _ raw: ArraySlice<UInt8>, line: Int, string: Int = LogLimits.answer
  ) throws(LogRefusal) -> JSON {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 32, string: string, values: 200_000)
    do {
      return try JSON(reading: Array(raw), limits: limits)
    } catch {
      guard case .refused(let reason, let within, let column) = error else { throw .notCanonical(line: line) }
      throw .json(reason, line: line + within - 1, column: column)
    }
  }

  static func check(_ json: JSON, is raw: ArraySlice<UInt8>, line: Int) throws(LogRefusal) {
    guard let canonical = try? json.canonical(), canonical.elementsEqual(raw) else { throw .notCanonical(line: line) }
  }
}

/// Takes lines off bytes; each must end with a line feed.
struct LineSplit {
  let bytes: [UInt8]
  private(set) var at = 0
  /// Of the line that was taken last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() throws(LogRefusal) -> ArraySlice<UInt8>? {
    guard at < bytes.count else { return nil }
    guard let end = feed else { throw .cutOff }
    guard end - at <= LogLimits.line else { throw .tooLarge }
    defer { at = end + 1 }
    number += 1
    return bytes[at..<end]
  }

  /// Where the next line feed is.
  private var feed: Int? {
    bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress, let found = memchr(start + at, 10, all.count - at) else { return nil }
      return start.distance(to: UnsafeRawPointer(found))
    }
  }
}
