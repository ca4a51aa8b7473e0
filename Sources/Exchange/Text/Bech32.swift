/// Bech32 (BIP 173) without its limit of length: a label, `1`, and bytes with a checksum of six letters.
package enum Bech32 {
  package enum Trouble: Error, Equatable {
    /// Capitals and small letters together.
    case mixedCase
    case noSeparator
    /// A character that is not one of the 32, at this place (from 0).
    case letter(Character, at: Int)
    case checksum
    /// The letters do not make whole bytes.
    case length
  }

  package static let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// In small letters.
  package static func text(label: String, _ bytes: [UInt8]) -> String {
    let digits = regrouped(bytes, from: 8, to: 5, filling: true) ?? []
    let all = digits + checksum(label: Array(label.utf8), digits)
    return label + "1" + String(decoding: all.map { letters[Int($0)] }, as: UTF8.self)
  }

  /// The label in small letters, and the bytes.
  package static func parse(_ text: String) throws(Trouble) -> (label: String, bytes: [UInt8]) {
    let lower = text.lowercased()
    guard text == lower || text == text.uppercased() else { throw .mixedCase }
    let characters = Array(lower)
    guard let separator = characters.lastIndex(of: "1"), separator > 0 else { throw .noSeparator }
    var digits: [UInt8] = []
    for (place, character) in characters.enumerated() {
      guard let byte = character.asciiValue, (33...126).contains(byte) else { throw .letter(character, at: place) }
      guard place > separator else { continue }
      guard let value = letters.firstIndex(of: byte) else { throw .letter(character, at: place) }
      digits.append(UInt8(value))
    }
    let label = String(characters[..<separator])
    guard digits.count >= 6, polymod(expanded(Array(label.utf8)) + digits) == 1 else { throw .checksum }
    guard let bytes = regrouped(digits.dropLast(6), from: 5, to: 8, filling: false) else { throw .length }
    return (label, bytes)
  }

  private static func checksum(label: [UInt8], _ digits: [UInt8]) -> [UInt8] {
    let value = polymod(expanded(label) + digits + [0, 0, 0, 0, 0, 0]) ^ 1
    return (0..<6).map { UInt8(value >> UInt32(5 * (5 - $0)) & 31) }
  }

  private static func expanded(_ label: [UInt8]) -> [UInt8] { label.map { $0 >> 5 } + [0] + label.map { $0 & 31 } }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    return values.reduce(1) { sum, value in
      let top = sum >> 25
      let next = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
      return generator.indices.reduce(next) { top >> UInt32($1) & 1 == 1 ? $0 ^ generator[$1] : $0 }
    }
  }

  /// Nil when what is left over is not what filling up leaves.
  private static func regrouped(
    _ values: some Collection<UInt8>, from: Int, to: Int, filling: Bool
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var waiting = 0
    for value in values {
      bits = (bits << UInt32(from) | UInt32(value)) & 0xFFFF
      waiting += from
      while waiting >= to {
        waiting -= to
        result.append(UInt8(bits >> UInt32(waiting) & ((1 << UInt32(to)) - 1)))
      }
    }
    let rest = bits & ((1 << UInt32(waiting)) - 1)
    if filling {
      if waiting > 0 { result.append(UInt8(rest << UInt32(to - waiting))) }
    } else if waiting >= from || rest != 0 {
      return nil
    }
    return result
  }
}
