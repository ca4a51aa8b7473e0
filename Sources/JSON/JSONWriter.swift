extension JSON {
  /// Canonical bytes (RFC 8785): names in UTF-16 order, shortest numbers, fewest escapes, no spaces.
  package func canonical() throws(JSONError) -> [UInt8] {
    var writer = JSONWriter(style: .canonical)
    try writer.write(self)
    return writer.bytes
  }

  /// For people: two spaces a level, names as they came; ends with a line feed.
  package func pretty() throws(JSONError) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    try writer.write(self)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

struct JSONWriter {
  enum Style { case canonical, pretty }
  let style: Style
  private(set) var bytes: [UInt8] = []

  init(style: Style) { self.style = style }

  mutating func write(_ value: JSON, level: Int = 0) throws(JSONError) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number):
      guard let text = ECMAScript.text(of: number) else { throw .notFinite }
      bytes += text.utf8
    case .string(let text): write(text)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        newItem(first: index == 0, level: level + 1)
        try write(item, level: level + 1)
      }
      close(UInt8(ascii: "]"), empty: items.isEmpty, level: level)
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in (style == .canonical ? object.sorted : object.members).enumerated() {
        newItem(first: index == 0, level: level + 1)
        write(member.name)
        bytes += (style == .canonical ? ":" : ": ").utf8
        try write(member.value, level: level + 1)
      }
      close(UInt8(ascii: "}"), empty: object.isEmpty, level: level)
    }
  }

  private mutating func newItem(first: Bool, level: Int) {
    if !first { bytes.append(UInt8(ascii: ",")) }
    indent(level)
  }

  private mutating func close(_ byte: UInt8, empty: Bool, level: Int) {
    if !empty { indent(level) }
    bytes.append(byte)
  }

  private mutating func indent(_ level: Int) {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
