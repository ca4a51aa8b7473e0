import Crypto

/// The text at the beginning of an age file: the file's key for each recipient, and a code over all of it.
package struct AgeHeader: Equatable, Sendable {
  package let stanzas: [AgeStanza]
  package let mac: [UInt8]
  /// What the code is over: the bytes as they stand, up to and with `---`.
  package let covered: [UInt8]

  static let version = "age-encryption.org/v1"
  static let versionStart = "age-encryption.org/"
  /// No header of ours or of another program comes near it.
  static let limit = 1 << 20

  /// A header for the file key.
  init(_ stanzas: [AgeStanza], fileKey: SecretBytes) throws(CryptoError) {
    self.stanzas = stanzas
    covered = Array((Self.version + "\n" + stanzas.map(\.text).joined() + "---").utf8)
    mac = try Self.code(covered, fileKey: fileKey)
  }

  init(_ stanzas: [AgeStanza], mac: [UInt8], covered: [UInt8]) {
    self.stanzas = stanzas
    self.mac = mac
    self.covered = covered
  }

  package var bytes: [UInt8] { covered + Array(" \(Base64.text(mac))\n".utf8) }

  package var needsPassphrase: Bool { stanzas.contains { $0.kind == ScryptStanza.kind } }

  /// Whether the header is as whoever knew the file key made it.
  func isProven(by fileKey: SecretBytes) throws(CryptoError) -> Bool {
    Memory.equal(try Self.code(covered, fileKey: fileKey), mac)
  }

  private static func code(_ covered: [UInt8], fileKey: SecretBytes) throws(CryptoError) -> [UInt8] {
    HMAC.code(covered, key: try HKDF.key(from: fileKey, salt: [], info: Array("header".utf8)))
  }
}
