extension JSON {
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads one value as RFC 8259 has it, and nothing looser.
  package init(reading bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
    var reader = JSONReader(bytes: bytes, limits: limits)
    self = try reader.document()
  }
}

/// Walks over the bytes once. Recursion is bounded by `limits.depth`.
struct JSONReader {
  let bytes: [UInt8]
  let limits: JSONLimits
  var at = 0
  var values = 0

  mutating func document() throws(JSONError) -> JSON {
    guard bytes.count <= limits.bytes else { throw .refused(.tooLarge, line: 1, column: 1) }
    if bytes.starts(with: JSON.byteOrderMark) { throw refusal(.byteOrderMark) }
    let value = try value(depth: 0)
    skipSpace()
    if at < bytes.count { throw refusal(.extraContent) }
    return value
  }

  /// The byte at hand; nil at the end.
  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// A refusal at this place, or at an earlier one.
  func refusal(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
    let position = position(place ?? at)
    return .refused(reason, line: position.line, column: position.column)
  }

  func position(_ place: Int) -> JSONPosition {
    var line = 1
    var column = 1
    for byte in bytes[..<min(place, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONPosition(line: line, column: column)
  }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipSpace()
    values += 1
    if values > limits.values { throw refusal(.tooManyValues) }
    guard let byte else { throw refusal(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw unexpected()
    }
  }

  /// The wrong byte at hand: is it at least UTF-8?
  private func unexpected() -> JSONError {
    guard let byte else { return refusal(.unexpectedEnd) }
    return refusal(byte < 0x80 || lengthOfScalar(at: at) != nil ? .unexpectedByte : .notUTF8)
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[offset] else { throw unexpected() }
      at += 1
    }
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
    if depth > limits.depth { throw refusal(.tooDeep) }
    var items: [JSON] = []
    var comma: Int?
    at += 1
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]") {
        if let comma { throw refusal(.trailingComma, at: comma) }
        at += 1
        return items
      }
      items.append(try value(depth: depth))
      guard let next = try separator(before: UInt8(ascii: "]")) else { return items }
      comma = next
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> Object {
    if depth > limits.depth { throw refusal(.tooDeep) }
    var members: [(name: String, value: JSON)] = []
    var seen: Set<[UInt8]> = []
    var comma: Int?
    at += 1
    while true {
      skipSpace()
      if byte == UInt8(ascii: "}") {
        if let comma { throw refusal(.trailingComma, at: comma) }
        at += 1
        return Object(distinct: members)
      }
      guard byte == UInt8(ascii: "\"") else { throw unexpected() }
      let start = at
      let name = try string()
      guard seen.insert(Array(name.utf8)).inserted else { throw refusal(.duplicateName, at: start) }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw unexpected() }
      at += 1
      members.append((name, try value(depth: depth)))
      guard let next = try separator(before: UInt8(ascii: "}")) else { return Object(distinct: members) }
      comma = next
    }
  }

  /// Passes a comma and gives its place, or the closing byte and gives nil.
  private mutating func separator(before close: UInt8) throws(JSONError) -> Int? {
    skipSpace()
    switch byte {
    case UInt8(ascii: ","):
      at += 1
      return at - 1
    case close:
      at += 1
      return nil
    default: throw unexpected()
    }
  }

  typealias Object = JSON.Object
}
