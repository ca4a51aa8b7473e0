import Crypto

/// The secret keys of the person whose journal it is: one signs what goes out, one opens what comes in.
package struct OwnKeys: Sendable {
  package let signing: SigningKey
  package let identity: AgeIdentity
  private static let version: UInt8 = 1
  private static let storedCount = 1 + SigningKey.seedCount + X25519.count

  package init(signing: SigningKey, identity: AgeIdentity) {
    self.signing = signing
    self.identity = identity
  }

  package static func random(from random: RandomSource = .system) throws(CryptoError) -> OwnKeys {
    OwnKeys(
      signing: try SigningKey(seed: .random(count: SigningKey.seedCount, from: random)),
      identity: try .random(from: random))
  }

  /// From what `stored` gave; nil when it is something else.
  package init?(stored: SecretBytes) throws(CryptoError) {
    guard stored.count == Self.storedCount, stored.withBytes({ $0[0] }) == Self.version else { return nil }
    func part(_ range: Range<Int>) throws(CryptoError) -> SecretBytes {
      try stored.withBytes { (bytes) throws(CryptoError) in
        try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes[range]))
      }
    }
    signing = try SigningKey(seed: part(1..<33))
    identity = AgeIdentity(secret: try part(33..<65))
  }

  /// One byte of version, the seed that signs, the secret that opens.
  package func stored() throws(CryptoError) -> SecretBytes {
    let all = try SecretBytes(count: Self.storedCount)
    all.withMutableBytes { out in
      out[0] = Self.version
      signing.seed.withBytes { UnsafeMutableRawBufferPointer(rebasing: out[1..<33]).copyMemory(from: $0) }
      identity.secret.withBytes { UnsafeMutableRawBufferPointer(rebasing: out[33...]).copyMemory(from: $0) }
    }
    return all
  }

  package var publicKeys: PublicKeys { PublicKeys(signing: signing.publicKey, sealing: identity.recipient) }
}
