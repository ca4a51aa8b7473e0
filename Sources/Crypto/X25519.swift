import CSodium

/// X25519 (RFC 7748): a secret both sides know from one's secret and the other's point.
package enum X25519 {
  package static let count = 32

  package static func point(of secret: SecretBytes) -> [UInt8] {
    precondition(secret.count == count)
    var point = [UInt8](repeating: 0, count: count)
    secret.withBytes { secret in
      guard let secret = secret.asBytes else { return }
      _ = crypto_scalarmult_base(&point, secret)
    }
    return point
  }

  /// Nil for a point of low order, with which the shared secret would be all zero, and known to anyone.
  package static func shared(_ secret: SecretBytes, _ point: [UInt8]) throws(CryptoError) -> SecretBytes? {
    precondition(secret.count == count && point.count == count)
    let shared = try SecretBytes(count: count)
    let isGood = shared.withMutableBytes { out in
      secret.withBytes { secret in
        guard let out = out.asBytes, let secret = secret.asBytes else { return false }
        return crypto_scalarmult(out, secret, point) == 0
      }
    }
    return isGood ? shared : nil
  }
}
