extension JSONReader {
  /// Longer numbers are refused: no double needs that many digits.
  private static var longest: Int { 1_000 }

  mutating func number() throws(JSONError) -> Double {
    let start = at
    if byte == UInt8(ascii: "-") { at += 1 }
    if byte == UInt8(ascii: "0") {
      at += 1
      if isDigit { throw refusal(.badNumber, at: start) }
    } else {
      try digits(from: start)
    }
    if byte == UInt8(ascii: ".") {
      at += 1
      try digits(from: start)
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      try digits(from: start)
    }
    guard at - start <= Self.longest else { throw refusal(.numberTooLong, at: start) }
    let text = bytes[start..<at]
    guard let number = Double(String(decoding: text, as: UTF8.self)) else { throw refusal(.badNumber, at: start) }
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let vanished = number == 0 && mantissa.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    guard number.isFinite, !vanished else { throw refusal(.numberOutOfRange, at: start) }
    return number
  }

  private var isDigit: Bool {
    guard let byte else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func digits(from start: Int) throws(JSONError) {
    guard isDigit else { throw byte == nil ? refusal(.unexpectedEnd) : refusal(.badNumber, at: start) }
    while isDigit { at += 1 }
  }
}
