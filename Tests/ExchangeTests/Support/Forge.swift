import Crypto
import Testing

@testable import Exchange

/// Puts age files together piece by piece, so that each piece can be wrong.
struct Forge {
  /// The example key of the format's specification.
  static let identity = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  static let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
  static let passphrase = "brook lantern"
  static let nonce = [UInt8](repeating: 7, count: 16)

  let fileKey: SecretBytes
  let own: AgeIdentity
  private(set) var bytes: [UInt8] = []

  init() throws {
    fileKey = try SecretBytes(copying: Array("sixteen letters!".utf8))
    own = try #require(AgeIdentity(text: Self.identity))
  }

  mutating func add(_ text: String) { bytes += text.utf8 }
  mutating func add(_ more: [UInt8]) { bytes += more }

  mutating func version() { add("age-encryption.org/v1\n") }

  /// A stanza for our key, after `change`.
  mutating func x25519(_ key: AgeIdentity? = nil, _ change: (inout AgeStanza) -> Void = { _ in }) throws {
    var stanza = try (key ?? own).recipient.stanza(for: fileKey, random: .system)
    change(&stanza)
    add(stanza.text)
  }

  mutating func scrypt(_ passphrase: String = passphrase, _ change: (inout AgeStanza) -> Void = { _ in }) throws {
    var stanza = try ScryptStanza.stanza(
      for: fileKey, passphrase: SecretBytes(copying: Array(passphrase.utf8)), logN: 10, random: .system)
    change(&stanza)
    add(stanza.text)
  }

  /// The code that fits the header so far.
  func code() throws -> String {
    let key = try HKDF.key(from: fileKey, salt: [], info: Array("header".utf8))
    return Base64.text(HMAC.code(bytes + Array("---".utf8), key: key))
  }

  mutating func mac() throws { add("--- \(try code())\n") }

  /// Version, one stanza and code: all right.
  static func whole() throws -> Forge {
    var forge = try Forge()
    forge.version()
    try forge.x25519()
    try forge.mac()
    return forge
  }

  mutating func nonce() { add(Self.nonce) }

  func sealed(_ text: [UInt8], _ number: UInt8 = 0, last: Bool = true) throws -> [UInt8] {
    let key = try HKDF.key(from: fileKey, salt: Self.nonce, info: Array("payload".utf8))
    var out = [UInt8](repeating: 0, count: text.count + 16)
    let nonce = [UInt8](repeating: 0, count: 10) + [number, last ? 1 : 0]
    out.withUnsafeMutableBytes { out in
      text.withBufferBytes { ChaCha20Poly1305.seal($0, into: out, nonce: nonce, key: key) }
    }
    return out
  }

  mutating func piece(_ text: [UInt8], _ number: UInt8 = 0, last: Bool = true) throws {
    add(try sealed(text, number, last: last))
  }
}

/// How opening a file went.
struct Opening: Equatable, CustomStringConvertible {
  var error: AgeError?
  var text: [UInt8]

  init(error: AgeError?, text: [UInt8]) {
    self.error = error
    self.text = text
  }

  /// Opens with the example key and the passphrase of `Forge`, unless told otherwise.
  init(_ file: [UInt8], identities: [String] = [Forge.identity], passphrase: String? = Forge.passphrase) {
    let out = BytesOutput()
    do {
      let secrets = try passphrase.map { [try SecretBytes(copying: Array($0.utf8))] } ?? []
      let reader = try AgeReader(BytesInput(file))
      try reader.open(with: identities.compactMap { AgeIdentity(text: $0) }, passphrases: secrets, into: out)
      error = nil
    } catch let failure as AgeError {
      error = failure
    } catch {
      self.error = .crypto(.unavailable)
    }
    text = out.bytes
  }

  /// Long texts are told by their length.
  var description: String {
    (error.map { "\($0)" } ?? "opened") + (text.count < 64 ? ", \(text)" : ", \(text.count) bytes")
  }
}

/// One malformed or unusual file, with the word for what is unusual about it.
struct FileCase: Sendable, CustomTestStringConvertible {
  let name: String
  let expected: AgeError?
  let make: @Sendable () throws -> [UInt8]

  init(_ name: String, _ expected: AgeError?, _ make: @escaping @Sendable () throws -> [UInt8]) {
    self.name = name
    self.expected = expected
    self.make = make
  }

  var testDescription: String { name }
}

let greeting = Array("hello, and good evening".utf8)
