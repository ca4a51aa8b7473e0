import Crypto
import Testing

@testable import Exchange

/// Every class of a wrong key in the header: for keys, for passphrases, and mixed.
@Suite struct StanzaFaultTests {
  private static func file(_ stanzas: (inout Forge) throws -> Void) throws -> [UInt8] {
    var forge = try Forge()
    forge.version()
    try stanzas(&forge)
    try forge.mac()
    forge.nonce()
    try forge.piece(greeting)
    return forge.bytes
  }

  private static func x25519(_ change: (inout AgeStanza) -> Void) throws -> [UInt8] {
    try file { try $0.x25519(nil, change) }
  }

  private static func scrypt(_ change: (inout AgeStanza) -> Void) throws -> [UInt8] {
    try file { try $0.scrypt(Forge.passphrase, change) }
  }

  private static func share(_ bytes: [UInt8]) throws -> [UInt8] {
    try x25519 { $0.arguments[1] = Base64.text(bytes) }
  }

  private static func work(_ text: String) throws -> [UInt8] { try scrypt { $0.arguments[2] = text } }

  static let keys: [FileCase] = [
    FileCase("one key", nil) { try x25519 { _ in } },
    FileCase("the second of three keys is ours", nil) {
      try file {
        try $0.x25519(.random())
        try $0.x25519()
        try $0.x25519(.random())
      }
    },
    FileCase("another key", .notForTheseKeys) { try file { try $0.x25519(.random()) } },
    FileCase("wrong tag", .notForTheseKeys) { try x25519 { $0.body[31] ^= 1 } },
    FileCase("small letters", .notForTheseKeys) { try x25519 { $0.arguments[0] = "x25519" } },
    FileCase("one argument more", .stanza(.arguments)) { try x25519 { $0.arguments.append("1234") } },
    FileCase("one argument less", .stanza(.arguments)) { try x25519 { $0.arguments.removeLast() } },
    FileCase("long file key", .stanza(.body)) { try x25519 { $0.body += [0] } },
    FileCase("short file key", .stanza(.body)) { try x25519 { $0.body.removeLast() } },
    FileCase("no file key", .stanza(.body)) { try x25519 { $0.body = [] } },
    FileCase("share too long", .stanza(.share)) { try share([UInt8](repeating: 9, count: 33)) },
    FileCase("share too short", .stanza(.share)) { try share([UInt8](repeating: 9, count: 31)) },
    FileCase("share in another spelling", .stanza(.share)) {
      try x25519 { $0.arguments[1] = respelled($0.arguments[1]) }
    },
    FileCase("share padded", .stanza(.share)) { try x25519 { $0.arguments[1] += "=" } },
    FileCase("share zero", .stanza(.lowOrder)) { try share([UInt8](repeating: 0, count: 32)) },
    FileCase("share one", .stanza(.lowOrder)) { try share([1] + [UInt8](repeating: 0, count: 31)) },
    FileCase("share of order eight", .stanza(.lowOrder)) {
      try share([
        0xE0, 0xEB, 0x7A, 0x7C, 0x3B, 0x41, 0xB8, 0xAE, 0x16, 0x56, 0xE3, 0xFA, 0xF1, 0x9F, 0xC4, 0x6A, 0xDA, 0x09,
        0x8D, 0xEB, 0x9C, 0x32, 0xB1, 0xFD, 0x86, 0x62, 0x05, 0x16, 0x5F, 0x49, 0xB8, 0x00,
      ])
    },
    FileCase("a wrong stanza before ours", .stanza(.body)) {
      try file {
        try $0.x25519(nil) { $0.body = [] }
        try $0.x25519()
      }
    },
  ]

  static let passphrases: [FileCase] = [
    FileCase("a passphrase", nil) { try scrypt { _ in } },
    FileCase("another passphrase", .wrongPassphrase) { try file { try $0.scrypt("another") } },
    FileCase("wrong tag", .wrongPassphrase) { try scrypt { $0.body[31] ^= 1 } },
    FileCase("other work than was done", .wrongPassphrase) { try work("11") },
    FileCase("capitals", .notForTheseKeys) { try scrypt { $0.arguments[0] = "SCRYPT" } },
    FileCase("beside a key", .passphraseNotAlone) {
      try file {
        try $0.scrypt()
        try $0.x25519()
      }
    },
    FileCase("after a key", .passphraseNotAlone) {
      try file {
        try $0.x25519()
        try $0.scrypt()
      }
    },
    FileCase("twice", .passphraseNotAlone) {
      try file {
        try $0.scrypt()
        try $0.scrypt("another")
      }
    },
    FileCase("one argument more", .stanza(.arguments)) { try scrypt { $0.arguments.append("10") } },
    FileCase("no work", .stanza(.arguments)) { try scrypt { $0.arguments.removeLast() } },
    FileCase("no salt", .stanza(.arguments)) { try scrypt { $0.arguments.remove(at: 1) } },
    FileCase("long salt", .stanza(.salt)) { try scrypt { $0.arguments[1] = Base64.text(Array(0..<17)) } },
    FileCase("short salt", .stanza(.salt)) { try scrypt { $0.arguments[1] = Base64.text(Array(0..<15)) } },
    FileCase("salt in another spelling", .stanza(.salt)) {
      try scrypt { $0.arguments[1] = respelled($0.arguments[1]) }
    },
    FileCase("long file key", .stanza(.body)) { try scrypt { $0.body += [0] } },
    FileCase("work 23", .tooMuchWork(23)) { try work("23") },
    FileCase("work beyond numbers", .tooMuchWork(.max)) { try work("99999999999999999999999") },
    FileCase("work 0", .stanza(.workFactor)) { try work("0") },
    FileCase("work with a zero before", .stanza(.workFactor)) { try work("010") },
    FileCase("work with a plus", .stanza(.workFactor)) { try work("+10") },
    FileCase("work below zero", .stanza(.workFactor)) { try work("-10") },
    FileCase("work in hexadecimal", .stanza(.workFactor)) { try work("0xA") },
    FileCase("work with letters", .stanza(.workFactor)) { try work("1O") },
  ]

  @Test(arguments: keys + passphrases)
  func `A stanza with this is refused, or opens`(file: FileCase) throws {
    let expected = Opening(error: file.expected, text: file.expected == nil ? greeting : [])
    #expect(Opening(try file.make()) == expected)
  }

  @Test func `What is missing is told before any work`() throws {
    let key = try Self.x25519 { _ in }
    let words = try Self.scrypt { _ in }
    #expect(Opening(key, identities: []).error == .needsKey)
    #expect(Opening(words, passphrase: nil).error == .needsPassphrase)
    #expect(try AgeReader(BytesInput(words)).needsPassphrase)
    #expect(try !AgeReader(BytesInput(key)).needsPassphrase)
  }

  @Test func `Nothing is sealed for a key of low order, nor for nobody`() {
    #expect(throws: AgeError.weakRecipient) {
      try AgeWriter(.recipients([AgeRecipient(point: [UInt8](repeating: 0, count: 32))]))
    }
    #expect(throws: AgeError.needsKey) { try AgeWriter(.recipients([])) }
  }
}
