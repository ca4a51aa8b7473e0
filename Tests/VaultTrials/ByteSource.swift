/// Hands out the bytes of a fuzzing input as numbers; zeros once they are used up.
struct ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }
  mutating func short() -> Int { Int(byte()) | Int(byte()) << 8 }
  mutating func word() -> UInt32 { UInt32(short()) | UInt32(short()) << 16 }
  mutating func take(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
  mutating func all() -> [UInt8] { take(rest.count) }
}
