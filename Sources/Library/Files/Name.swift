/// Names that files may use for themselves and for each other.
enum Name {
  /// `[a-z0-9-]{1,64}`: also safe as a file name.
  static func isValid(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(\.isNamePart)
  }

  /// `All or nothing` becomes `all-or-nothing`.
  static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    for byte in text.lowercased().utf8 {
      if byte.isNamePart, byte != UInt8(ascii: "-") {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    var short = slug.prefix(64)
    while short.last == UInt8(ascii: "-") { short.removeLast() }
    return String(decoding: short, as: UTF8.self)
  }

  /// A word of a file, quoted for a message; anything odd or long is not repeated.
  static func quoted(_ text: String) -> String {
    let harmless = text.utf8.count <= 64 && text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
    return harmless ? "\"\(text)\"" : "a name that cannot be shown"
  }

  /// Characters that could steer a terminal or turn text around.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
