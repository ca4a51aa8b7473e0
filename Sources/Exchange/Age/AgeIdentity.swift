import Crypto

/// A key that opens age files (X25519).
package struct AgeIdentity: Sendable {
  package let secret: SecretBytes
  package let recipient: AgeRecipient
  static let label = "AGE-SECRET-KEY-"

  package init(secret: SecretBytes) {
    self.secret = secret
    recipient = AgeRecipient(point: X25519.point(of: secret))
  }

  package static func random(from random: RandomSource = .system) throws(CryptoError) -> AgeIdentity {
    AgeIdentity(secret: try .random(count: X25519.count, from: random))
  }

  /// From `AGE-SECRET-KEY-1…`; nil when it is not one, or damaged.
  package init?(text: String) {
    guard text == text.uppercased(), let parsed = try? Bech32.parse(text), parsed.label == Self.label.lowercased(),
      parsed.bytes.count == X25519.count, let secret = try? SecretBytes(copying: parsed.bytes)
    else { return nil }
    self.init(secret: secret)
  }

  /// `AGE-SECRET-KEY-1…`, for the one file that its owner asks for.
  package var text: String {
    Bech32.text(label: Self.label.lowercased(), secret.withBytes { Array($0) }).uppercased()
  }

  /// The file key in a stanza; nil when the stanza is for another kind of key or another key.
  func fileKey(in stanza: AgeStanza) throws(AgeError) -> SecretBytes? {
    guard stanza.kind == AgeRecipient.kind else { return nil }
    guard stanza.arguments.count == 2 else { throw .stanza(.arguments) }
    guard let share = Base64.bytes(stanza.arguments[1].utf8), share.count == X25519.count else { throw .stanza(.share) }
    guard stanza.body.count == AgeFileKey.sealedCount else { throw .stanza(.body) }
    guard let shared = try inAge({ () throws(CryptoError) in try X25519.shared(secret, share) }) else {
      throw .stanza(.lowOrder)
    }
    return try inAge { () throws(CryptoError) in
      let key = try HKDF.key(from: shared, salt: share + recipient.point, info: AgeRecipient.info)
      return try ChaCha20Poly1305.openedOnce(stanza.body, key: key)
    }
  }
}

/// The 16 random bytes that everything in a file follows from.
enum AgeFileKey {
  static let count = 16
  /// Sealed in a stanza; looked at before anything is opened, so that a file cannot try many keys at once.
  static let sealedCount = count + ChaCha20Poly1305.tagCount
}
