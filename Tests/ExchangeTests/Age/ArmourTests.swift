import Testing

@testable import Exchange

/// Armour has one spelling; white space around it and line ends of Windows are all that is let through.
@Suite struct ArmourTests {
  /// A right file of which so many bytes stand in the last line of letters.
  static func file(lastLine: Int = 10) throws -> [UInt8] {
    var forge = try Forge.whole()
    forge.nonce()
    let fill = (48 - (forge.bytes.count + 16) % 48 + lastLine) % 48
    try forge.piece([UInt8](repeating: 97, count: fill + 48))
    return forge.bytes
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    let letters = Base64.text(bytes, padded: true)
    var rest = letters[...]
    var lines: [String] = []
    while !rest.isEmpty {
      lines.append(String(rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
    return ["-----BEGIN AGE ENCRYPTED FILE-----"] + lines + ["-----END AGE ENCRYPTED FILE-----"]
  }

  private static func armoured(
    lastLine: Int = 10, end: String = "\n", _ change: (inout [String]) -> Void = { _ in }
  ) throws -> [UInt8] {
    var lines = lines(try file(lastLine: lastLine))
    change(&lines)
    return Array(lines.map { $0 + end }.joined().utf8)
  }

  private static func around(before: String = "", after: String = "") throws -> [UInt8] {
    Array(before.utf8) + (try armoured()) + Array(after.utf8)
  }

  /// The number of the last line of letters.
  private static let last = 6

  static let cases: [FileCase] = [
    FileCase("armour", nil) { try armoured() },
    FileCase("last line full", nil) { try armoured(lastLine: 0) },
    FileCase("one padding", nil) { try armoured(lastLine: 11) },
    FileCase("no padding needed", nil) { try armoured(lastLine: 12) },
    FileCase("CR LF", nil) { try armoured(end: "\r\n") },
    FileCase("no line end at the end", nil) { Array(try armoured().dropLast()) },
    FileCase("white space around", nil) { try around(before: " \n\t\r\n", after: "\n\n \t") },
    FileCase("text before", .notAge) { try around(before: "Hello\n") },
    FileCase("text after", .armour(.trailing, line: 9)) { try around(after: "Hello\n") },
    FileCase("much white space before", .notAge) { try around(before: String(repeating: "\n", count: 2000)) },
    FileCase("much white space after", .armour(.trailing, line: 9)) {
      try around(after: String(repeating: "\n", count: 2000))
    },
    FileCase("two files", .armour(.trailing, line: 9)) { try armoured() + armoured() },
    FileCase("other label", .armour(.label, line: 1)) { try armoured { $0[0] = "-----BEGIN AGE FILE-----" } },
    FileCase("label in small letters", .armour(.label, line: 1)) {
      try armoured { $0[0] = "-----BEGIN age encrypted file-----" }
    },
    FileCase("space behind the label", .armour(.label, line: 1)) { try armoured { $0[0] += " " } },
    FileCase("long first line", .armour(.line, line: 1)) {
      try armoured { $0[0] += String(repeating: "-", count: 100) }
    },
    FileCase("headers", .armour(.letters, line: 2)) { try armoured { $0.insert("Comment: hello", at: 1) } },
    FileCase("empty line first", .armour(.line, line: 2)) { try armoured { $0.insert("", at: 1) } },
    FileCase("empty line last", .armour(.line, line: 8)) {
      try armoured(lastLine: 0) { $0.insert("", at: $0.count - 1) }
    },
    FileCase("empty line after a short one", .armour(.end, line: 8)) {
      try armoured { $0.insert("", at: $0.count - 1) }
    },
    FileCase("short line inside", .armour(.end, line: 4)) {
      try armoured { $0.replaceSubrange(2...2, with: [String($0[2].prefix(60)), String($0[2].suffix(4))]) }
    },
    FileCase("long line", .armour(.line, line: 3)) {
      try armoured { $0.replaceSubrange(2...3, with: [$0[2] + $0[3].prefix(4), String($0[3].dropFirst(4))]) }
    },
    FileCase("letter of another alphabet", .armour(.letters, line: 3)) {
      try armoured { $0[2] = "_" + $0[2].dropFirst() }
    },
    FileCase("space at a line's start", .armour(.line, line: 3)) { try armoured { $0[2] = " " + $0[2] } },
    FileCase("space at a line's end", .armour(.line, line: 3)) { try armoured { $0[2] += " " } },
    FileCase("space at the last line's end", .armour(.letters, line: last + 1)) { try armoured { $0[last] += " " } },
    FileCase("space behind the end", .armour(.end, line: last + 2)) { Array(try armoured().dropLast() + [32, 10]) },
    FileCase("padding missing", .armour(.letters, line: last + 1)) {
      try armoured { $0[last] = $0[last].replacing("=", with: "") }
    },
    FileCase("line end within the padding", .armour(.letters, line: last + 1)) {
      try armoured { $0.replaceSubrange(last...last, with: [String($0[last].dropLast()), "="]) }
    },
    FileCase("another spelling", .armour(.letters, line: last + 1)) {
      try armoured { $0[last] = respelled($0[last].replacing("=", with: "")) + "==" }
    },
    FileCase("checksum line", .armour(.end, line: last + 2)) { try armoured { $0.insert("=ABCD", at: $0.count - 1) } },
    FileCase("no end line", .armour(.cut, line: last + 2)) { try armoured { $0.removeLast() } },
    FileCase("other end line", .armour(.end, line: last + 2)) {
      try armoured { $0[$0.count - 1] = "-----END AGE FILE-----" }
    },
    FileCase("cut inside a line", .armour(.cut, line: 4)) { Array(try armoured().prefix(200)) },
    FileCase("nothing inside", .notAge) { try armoured { $0.removeSubrange(1..<($0.count - 1)) } },
    FileCase("other bytes inside", .notAge) {
      try armoured { $0.replaceSubrange(1..<($0.count - 1), with: [Base64.text(greeting, padded: true)]) }
    },
  ]

  @Test(arguments: cases)
  func `Armour with this is refused, or read`(file: FileCase) throws {
    let opening = Opening(try file.make())
    #expect(opening.error == file.expected, "\(opening)")
    #expect(opening.text.isEmpty == (file.expected != nil))
  }

  @Test(arguments: [0, 1, 47, 48, 49, 65535, 65536, 131_072])
  func `What is written with armour is strict PEM, and opens`(count: Int) throws {
    let text = [UInt8](repeating: 5, count: count)
    let out = BytesOutput()
    let own = try #require(AgeIdentity(text: Forge.identity))
    try AgeWriter(.recipients([own.recipient])).seal(BytesInput(text), into: out, armoured: true)
    let lines = String(decoding: out.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "-----BEGIN AGE ENCRYPTED FILE-----" && lines.last == "")
    #expect(lines.dropLast().last == "-----END AGE ENCRYPTED FILE-----")
    #expect(lines.dropFirst().dropLast(3).allSatisfy { $0.count == 64 })
    #expect(Opening(out.bytes) == Opening(error: nil, text: text))
  }
}
