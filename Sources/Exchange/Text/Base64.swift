/// Base64 with the standard letters, each byte string in one spelling only (RFC 4648, sections 3.5 and 4).
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let pad = UInt8(ascii: "=")
  private static let none: UInt8 = 0xFF
  /// The value of each byte that is a letter.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: none, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  package static func isLetter(_ byte: UInt8) -> Bool { values[Int(byte)] != none }

  package static func text(_ bytes: some Collection<UInt8>, padded: Bool = false) -> String {
    String(decoding: encoded(bytes, padded: padded), as: UTF8.self)
  }

  package static func encoded(_ bytes: some Collection<UInt8>, padded: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var bits: UInt32 = 0
    var waiting = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      waiting += 8
      while waiting >= 6 {
        waiting -= 6
        result.append(letters[Int(bits >> UInt32(waiting) & 63)])
      }
    }
    if waiting > 0 { result.append(letters[Int(bits << UInt32(6 - waiting) & 63)]) }
    if padded { while result.count % 4 != 0 { result.append(pad) } }
    return result
  }

  /// Nil for anything that `encoded` does not write.
  package static func bytes(_ text: some Collection<UInt8>, padded: Bool = false) -> [UInt8]? {
    var digits = text.count
    if padded {
      guard text.count % 4 == 0 else { return nil }
      digits -= text.suffix(2).reversed().prefix { $0 == pad }.count
    }
    guard digits % 4 != 1 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits / 4 * 3 + 2)
    var bits: UInt32 = 0
    var waiting = 0
    for letter in text.prefix(digits) {
      let value = values[Int(letter)]
      guard value != none else { return nil }
      bits = bits << 6 | UInt32(value)
      waiting += 6
      if waiting >= 8 {
        waiting -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(waiting)))
      }
    }
    // Bits that no byte uses are zero in the one spelling.
    guard bits & ((1 << UInt32(waiting)) - 1) == 0 else { return nil }
    return result
  }
}
