/// Reads simple `key: value` lines from the head of a file, far faster than YAML; gives up on all that is not simple.
struct Header {
  private var values: [String: String] = [:]

  /// Reads lines up to the one that begins with `end`; indented lines under an empty key are passed over.
  /// Nil if any value needs a real YAML reader.
  init?(_ text: Substring, until end: String) {
    var rest = text.utf8
    var isNested = false
    while !rest.isEmpty {
      let raw = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(raw.count + 1)
      let line = Substring(raw).trimmingSuffix { $0 == "\r" || $0 == " " }
      if line.hasPrefix(end) { return }
      if line.isEmpty || line.first == "#" || line == "---" { continue }
      if line.first == " " || line.first == "-" {
        if isNested { continue }
        return nil
      }
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let key = String(line[..<colon])
      let field = line[line.index(after: colon)...]
      guard values[key] == nil, field.isEmpty || field.first == " ", let value = Self.value(field) else { return nil }
      values[key] = value
      isNested = value.isEmpty
    }
  }

  subscript(key: String) -> String? { values[key].flatMap { $0.isEmpty || $0.first == "[" ? nil : $0 } }

  /// The items of `[one, two]`; empty if there is no such field.
  func list(_ key: String) -> [String] {
    guard let value = values[key], value.first == "[" else { return [] }
    return value.dropFirst().dropLast().split(separator: ",").map {
      String($0.drop { $0 == " " }.trimmingSuffix { $0 == " " })
    }
  }

  private static func value(_ raw: Substring) -> String? {
    let text = raw.drop { $0 == " " }
    guard let first = text.first else { return "" }
    if first == "[" {
      let inner = text.dropFirst().dropLast()
      let isSimple = inner.utf8.allSatisfy { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") || $0.isNamePart }
      return text.last == "]" && isSimple ? String(text) : nil
    }
    if first == "\"" || first == "'" {
      let inner = text.dropFirst().dropLast()
      let isSimple = text.count >= 2 && text.last == first && !inner.contains { $0 == first || $0 == "\\" }
      return isSimple && inner.first != "[" ? String(inner) : nil
    }
    guard !"]{}&*!|>%@`#,?-".contains(first), !text.hasSuffix(":") else { return nil }
    guard !zip(text.utf8, text.utf8.dropFirst()).contains(where: { meansMore($0, $1) }) else { return nil }
    return ["~", "null"].contains(text) ? "" : String(text)
  }

  /// `: ` and ` #`, which YAML does not take as letters.
  private static func meansMore(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == UInt8(ascii: ":") && next == UInt8(ascii: " ") || byte == UInt8(ascii: " ") && next == UInt8(ascii: "#")
  }
}

extension UInt8 {
  /// A small letter, a digit or a hyphen.
  var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension Substring {
  func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, matches(last) { text.removeLast() }
    return text
  }
}
