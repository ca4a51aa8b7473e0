import Testing

@testable import Exchange

/// Every class of a wrong header, each made by hand around a payload that is right.
@Suite struct HeaderFaultTests {
  /// `stanzas` adds what stands between version and code.
  private static func file(_ stanzas: (inout Forge) throws -> Void) throws -> [UInt8] {
    var forge = try Forge()
    forge.version()
    try stanzas(&forge)
    try forge.mac()
    forge.nonce()
    try forge.piece(greeting)
    return forge.bytes
  }

  /// `line` makes the last line of the header from the right code.
  private static func file(code line: (String) -> String) throws -> [UInt8] {
    var forge = try Forge()
    forge.version()
    try forge.x25519()
    forge.add(line(try forge.code()))
    forge.nonce()
    try forge.piece(greeting)
    return forge.bytes
  }

  private static func file(version: String) throws -> [UInt8] {
    var forge = try Forge()
    forge.add(version)
    try forge.x25519()
    try forge.mac()
    forge.nonce()
    try forge.piece(greeting)
    return forge.bytes
  }

  private static let letters48 = String(repeating: "QUJD", count: 16)

  static let cases: [FileCase] = [
    FileCase("empty", .notAge) { [] },
    FileCase("other text", .notAge) { Array("Dear clinic, here is my week.\n".utf8) },
    FileCase("byte-order mark", .notAge) { [0xEF, 0xBB, 0xBF] + (try file { try $0.x25519() }) },
    FileCase("later version", .version("v2")) { try file(version: "age-encryption.org/v2\n") },
    FileCase("version with more behind", .version("v1x")) { try file(version: "age-encryption.org/v1x\n") },
    FileCase("no version", .header(.versionLine, line: 1)) { try file(version: "age-encryption.org/\n") },
    FileCase("version, CR LF", .header(.versionLine, line: 1)) { try file(version: "age-encryption.org/v1\r\n") },
    FileCase("version, space", .header(.versionLine, line: 1)) { try file(version: "age-encryption.org/v1 \n") },
    FileCase("only a version", .header(.cut, line: 1)) { Array("age-encryption.org/v1".utf8) },
    FileCase("no stanza", .header(.noStanza, line: 2)) { try file { _ in } },
    FileCase("end after a stanza", .header(.cut, line: 4)) {
      var forge = try Forge()
      forge.version()
      try forge.x25519()
      return forge.bytes
    },
    FileCase("endless header", .header(.tooLong, line: 2)) {
      Array(("age-encryption.org/v1\n-> " + String(repeating: "a", count: 1 << 20)).utf8)
    },
    FileCase("code of another header", .headerChanged) {
      try file(code: { _ in "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n" })
    },
    FileCase("code after two spaces", .header(.mac, line: 4)) { try file(code: { "---  \($0)\n" }) },
    FileCase("code with more behind", .header(.mac, line: 4)) { try file(code: { "--- \($0)AAAA\n" }) },
    FileCase("code missing", .header(.mac, line: 4)) { try file(code: { _ in "---\n" }) },
    FileCase("code without a space", .header(.mac, line: 4)) { try file(code: { "---\($0)\n" }) },
    FileCase("code with a space behind", .header(.mac, line: 4)) { try file(code: { "--- \($0) \n" }) },
    FileCase("code too short", .header(.mac, line: 4)) { try file(code: { "--- \($0.dropLast())\n" }) },
    FileCase("code padded", .header(.mac, line: 4)) { try file(code: { "--- \($0)=\n" }) },
    FileCase("code, CR LF", .header(.mac, line: 4)) { try file(code: { "--- \($0)\r\n" }) },
    FileCase("code in another spelling", .header(.mac, line: 4)) { try file(code: { "--- \(respelled($0))\n" }) },
    FileCase("stanza with a wrong start", .header(.start, line: 2)) { try file { $0.add("-- X25519 abc\nAAAA\n") } },
    FileCase("stanza without arguments", .header(.start, line: 2)) { try file { $0.add("->\nAAAA\n") } },
    FileCase("stanza with an empty argument", .header(.arguments, line: 2)) { try file { $0.add("-> \nAAAA\n") } },
    FileCase("stanza with two spaces", .header(.arguments, line: 2)) { try file { $0.add("-> a  b\nAAAA\n") } },
    FileCase("stanza with a space behind", .header(.arguments, line: 2)) { try file { $0.add("-> a \nAAAA\n") } },
    FileCase("stanza with a letter that is not ASCII", .header(.arguments, line: 2)) {
      try file { $0.add("-> é\nAAAA\n") }
    },
    FileCase("stanza, CR LF", .header(.arguments, line: 2)) { try file { $0.add("-> a\r\nAAAA\n") } },
    FileCase("body padded", .header(.body, line: 3)) { try file { $0.add("-> a\nAA==\n") } },
    FileCase("body with another letter", .header(.body, line: 3)) { try file { $0.add("-> a\nAA_A\n") } },
    FileCase("body with a CR", .header(.body, line: 3)) { try file { $0.add("-> a\nAAAA\r\n") } },
    FileCase("body in another spelling", .header(.body, line: 3)) { try file { $0.add("-> a\nAB\n") } },
    FileCase("body of one letter", .header(.body, line: 3)) { try file { $0.add("-> a\nA\n") } },
    FileCase("body missing", .header(.body, line: 3)) { try file { $0.add("-> a\n") } },
    FileCase("body without its short last line", .header(.body, line: 4)) {
      try file { $0.add("-> a\n\(letters48)\n") }
    },
    FileCase("body with a long line", .header(.body, line: 3)) {
      try file { $0.add("-> a\n\(letters48)QUJD\nQUJD\n") }
    },
    FileCase("body with two short lines", .header(.start, line: 4)) { try file { $0.add("-> a\nQUJD\nQUJD\n") } },
    FileCase("unknown stanzas beside ours", nil) {
      try file {
        $0.add(
          "-> !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ empty\n\n-> full\n\(letters48)\n\n-> x a b c\n\(letters48)\nQUJD\n")
        try $0.x25519()
      }
    },
  ]

  @Test(arguments: cases)
  func `A header with this is refused, or read`(file: FileCase) throws {
    let expected = Opening(error: file.expected, text: file.expected == nil ? greeting : [])
    #expect(Opening(try file.make()) == expected)
  }
}

/// The same bytes with the bits set that no byte uses.
func respelled(_ letters: String) -> String {
  guard let last = letters.last?.asciiValue else { return letters }
  return letters.dropLast() + String(UnicodeScalar(last + 1))
}
