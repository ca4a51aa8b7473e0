/// UUIDs made of a name (RFC 9562, version 5, in the namespace of addresses): the same name has the same one everywhere.
enum NameUUID {
  private static let addresses: [UInt8] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ]

  static func text(_ name: String) -> String {
    var bytes = Array(sha1(addresses + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    let text = Hex.text(bytes)
    var pieces: [Substring] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      pieces.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return pieces.joined(separator: "-")
  }

  /// Version 5 asks for SHA-1. Here it only spreads names; nothing is kept safe with it.
  static func sha1(_ text: [UInt8]) -> [UInt8] {
    var bytes = text + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(text.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for start in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { place in
        bytes[(start + place * 4)..<(start + place * 4 + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for place in 16..<80 {
        words.append(turned(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for (place, word) in words.enumerated() {
        let (mixed, constant): (UInt32, UInt32) =
          switch place {
          case ..<20: (b & c | ~b & d, 0x5a82_7999)
          case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
          case ..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
          default: (b ^ c ^ d, 0xca62_c1d6)
          }
        let next = turned(a, 5) &+ mixed &+ e &+ constant &+ word
        (a, b, c, d, e) = (next, a, turned(b, 30), c, d)
      }
      for (place, value) in [a, b, c, d, e].enumerated() { state[place] &+= value }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
