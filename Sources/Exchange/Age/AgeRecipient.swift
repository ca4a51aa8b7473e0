import Crypto

/// A key that age files are sealed to (X25519): `age1…`.
package struct AgeRecipient: Hashable, Sendable {
  package let point: [UInt8]
  static let kind = "X25519"
  static let label = "age"
  static let info = Array("age-encryption.org/v1/X25519".utf8)
  /// Letters of `age1…`.
  static let textCount = 62

  init(point: [UInt8]) { self.point = point }

  package var text: String { Bech32.text(label: Self.label, point) }

  /// The file key for this recipient, under a fresh key of its own.
  func stanza(for fileKey: SecretBytes, random: RandomSource) throws(AgeError) -> AgeStanza {
    let stanza = try inAge { () throws(CryptoError) -> AgeStanza? in
      let ephemeral = try SecretBytes.random(count: X25519.count, from: random)
      let share = X25519.point(of: ephemeral)
      guard let shared = try X25519.shared(ephemeral, point) else { return nil }
      let key = try HKDF.key(from: shared, salt: share + point, info: Self.info)
      return AgeStanza([Self.kind, Base64.text(share)], body: ChaCha20Poly1305.sealedOnce(fileKey, key: key))
    }
    guard let stanza else { throw .weakRecipient }
    return stanza
  }
}
