/// Turns what a terminal of another character set sends into UTF-8: valid UTF-8 as it is, other bytes as Latin-1.
struct LegacyInput {
  private var continuations = 0

  /// The bytes that `byte` stands for. `next` takes the following byte off the input, if one is there at once.
  mutating func utf8(_ byte: UInt8, next: () -> UInt8?) -> [UInt8] {
    if continuations > 0, byte & 0xC0 == 0x80 {
      continuations -= 1
      return [byte]
    }
    continuations = 0
    guard (0xC2...0xF4).contains(byte), let following = next() else { return latin1(byte) }
    guard following & 0xC0 == 0x80 else { return latin1(byte) + latin1(following) }
    continuations = byte < 0xE0 ? 0 : byte < 0xF0 ? 1 : 2
    return [byte, following]
  }

  private func latin1(_ byte: UInt8) -> [UInt8] { Array(String(Unicode.Scalar(byte)).utf8) }
}
