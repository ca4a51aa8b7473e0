/// An identifier that sorts by the time it was made: 48 bits of milliseconds and 80 random bits, 26 characters of
/// Crockford base32.
package struct ULID: Hashable, Comparable, Sendable {
  package let text: String

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// `random` gives ten bytes.
  package init(milliseconds: Int64, random: [UInt8]) {
    var bits: [UInt8] = []
    for shift in stride(from: 40, through: 0, by: -8) { bits.append(UInt8(truncatingIfNeeded: milliseconds >> shift)) }
    bits += random.prefix(10)
    text = Self.base32(bits, length: 26)
  }

  /// Nil unless the text is 26 Crockford characters, first at most 7.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count == 26, let first = bytes.first, first <= UInt8(ascii: "7"), bytes.allSatisfy(Self.isDigit) else {
      return nil
    }
    self.text = text
  }

  /// Said over bytes: lists of entries read many.
  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "O"), UInt8(ascii: "U"): false
    default: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
  }

  /// Crockford base32 of big-endian bytes, padded with zero bits at the front to `length` characters.
  package static func base32(_ bytes: [UInt8], length: Int) -> String {
    var value = bytes
    var out: [Character] = []
    for _ in 0..<length {
      var remainder = 0
      for index in value.indices {
        let part = remainder << 8 | Int(value[index])
        value[index] = UInt8(part >> 5)
        remainder = part & 31
      }
      out.append(digits[remainder])
    }
    return String(out.reversed())
  }

  package static func < (a: ULID, b: ULID) -> Bool { a.text < b.text }

  /// The last four characters, lower case: short enough to type, as people see entries named.
  package var short: String { text.suffix(4).lowercased() }
}
