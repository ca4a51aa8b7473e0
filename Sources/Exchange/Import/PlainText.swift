/// The text of a file in whatever encoding programs write: UTF-8, UTF-16, or the one of Windows.
package struct PlainText: Equatable, Sendable {
  /// UTF-8, without a byte-order mark.
  package var bytes: [UInt8]
  /// What it was read as, where that is not UTF-8.
  package var encoding: String?

  package init(reading file: [UInt8]) throws(ImportError) {
    let mark = file.prefix(2)
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      (bytes, encoding) = (Array(file.dropFirst(3)), nil)
      if String(validating: bytes, as: UTF8.self) == nil { throw .notText }
    } else if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) {
      bytes = try Self.utf16(file.dropFirst(2), bigEndian: file[0] == 0xFE)
      encoding = "UTF-16"
    } else if let bigEndian = Self.looksLikeUTF16(file) {
      bytes = try Self.utf16(file[...], bigEndian: bigEndian)
      encoding = "UTF-16"
    } else if String(validating: file, as: UTF8.self) != nil {
      (bytes, encoding) = (file, nil)
    } else {
      bytes = Self.windows(file)
      encoding = "Windows-1252"
    }
    guard !bytes.contains(0) else { throw .notText }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
  }

  /// Text without marks has hardly a zero byte; UTF-16 of a western language has one in each pair. True: big end first.
  private static func looksLikeUTF16(_ file: [UInt8]) -> Bool? {
    let start = file.prefix(4096)
    guard start.count >= 4, file.count % 2 == 0 else { return nil }
    let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
    let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
    guard max(even, odd) * 10 > start.count / 2 * 6, min(even, odd) * 10 < start.count / 2 else { return nil }
    return even > odd
  }

  private static func utf16(_ file: ArraySlice<UInt8>, bigEndian: Bool) throws(ImportError) -> [UInt8] {
    guard file.count % 2 == 0 else { throw .notText }
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    for index in stride(from: file.startIndex, to: file.endIndex, by: 2) {
      let (first, second) = (UInt16(file[index]), UInt16(file[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .notText }
    return Array(text.utf8)
  }

  /// What Windows-1252 has in the place of C1 controls; 0 where it has nothing.
  private static let windowsHigh: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func windows(_ file: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count + file.count / 8)
    for byte in file {
      let code = (0x80..<0xA0).contains(byte) ? UInt32(windowsHigh[Int(byte) - 0x80]) : UInt32(byte)
      let scalar = code == 0 && byte != 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return bytes
  }
}
