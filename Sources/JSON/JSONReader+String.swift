extension JSONReader {
  mutating func string() throws(JSONError) -> String {
    let start = at
    at += 1
    var run = at
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[run..<at])
        at += 1
        guard text.count <= limits.string else { throw refusal(.stringTooLong, at: start) }
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[run..<at])
        text.append(contentsOf: UTF8.encode(try escape()) ?? .init())
        run = at
      case 0..<0x20: throw refusal(.controlCharacter)
      case 0..<0x80: at += 1
      default:
        guard let length = lengthOfScalar(at: at) else { throw refusal(.notUTF8) }
        at += length
      }
    }
    throw refusal(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = at
    at += 1
    guard let byte else { throw refusal(.unexpectedEnd) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode(from: start)
    default: throw refusal(.badEscape, at: start)
    }
  }

  /// What follows `\u`, with the second half of a pair where there is one.
  private mutating func unicode(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hex(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, byte == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else {
      throw refusal(.loneSurrogate, at: start)
    }
    at += 2
    let second = try hex(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw refusal(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hex(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte else { throw refusal(.unexpectedEnd) }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw refusal(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  /// Bytes of the UTF-8 scalar that starts here; nil if it is malformed (overlong, a surrogate, cut off).
  func lengthOfScalar(at place: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[place] {
    case 0..<0x80: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if bytes[place] == 0xE0 { second = 0xA0...0xBF }
      if bytes[place] == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if bytes[place] == 0xF0 { second = 0x90...0xBF }
      if bytes[place] == 0xF4 { second = 0x80...0x8F }
    default: return nil
    }
    guard place + length <= bytes.count else { return nil }
    for offset in 1..<max(length, 1) {
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[place + offset]) else { return nil }
    }
    return length
  }
}
