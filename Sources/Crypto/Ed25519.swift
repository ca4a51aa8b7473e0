import CSodium

/// A key that signs (Ed25519, RFC 8032).
package struct SigningKey: Sendable {
  package static let seedCount = 32
  package static let signatureCount = 64
  /// The 32 bytes that everything else follows from.
  package let seed: SecretBytes
  /// What others check signatures with, 32 bytes.
  package let point: [UInt8]
  private let expanded: SecretBytes

  package init(seed: SecretBytes) throws(CryptoError) {
    precondition(seed.count == Self.seedCount)
    let expanded = try SecretBytes(count: 64)
    var point = [UInt8](repeating: 0, count: 32)
    expanded.withMutableBytes { out in
      seed.withBytes { seed in
        guard let out = out.asBytes, let seed = seed.asBytes else { return }
        crypto_sign_seed_keypair(&point, out, seed)
      }
    }
    self.seed = seed
    self.point = point
    self.expanded = expanded
  }

  package func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Self.signatureCount)
    expanded.withBytes { key in
      guard let key = key.asBytes else { return }
      crypto_sign_detached(&signature, nil, message, UInt64(message.count), key)
    }
    return signature
  }
}

/// Checking what a `SigningKey` signed.
package enum Ed25519 {
  package static func verifies(_ signature: [UInt8], of message: [UInt8], by point: [UInt8]) -> Bool {
    guard signature.count == SigningKey.signatureCount, point.count == 32 else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), point) == 0
  }

  /// Whether 32 bytes can be somebody's key: a point of the curve, in its one spelling, and not of low order.
  package static func isKey(_ point: [UInt8]) -> Bool {
    point.count == 32 && crypto_core_ed25519_is_valid_point(point) == 1
  }
}
