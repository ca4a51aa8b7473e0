/// Twelve words that open a vault when the passphrase is forgotten: 128 random bits and a check of 4 bits.
package struct RecoveryWords: Sendable {
  package static let count = 12
  /// The 16 bytes behind the words.
  package let secret: SecretBytes

  /// New words.
  package static func random(from random: RandomSource = .system) throws(CryptoError) -> RecoveryWords {
    RecoveryWords(secret: try .random(count: 16, from: random))
  }

  /// The words of a known secret of 16 bytes.
  package init(secret: SecretBytes) {
    precondition(secret.count == 16)
    self.secret = secret
  }

  /// The words in their order, to be shown once.
  package func words() throws(CryptoError) -> [String] {
    let check = try Self.check(of: secret)
    return secret.withBytes { secret in
      // 132 bits, the highest first: the secret, then the check; eleven bits name a word.
      func bit(_ index: Int) -> Int {
        index < 128 ? Int(secret[index / 8] >> (7 - index % 8)) & 1 : Int(check >> (3 - (index - 128))) & 1
      }
      return (0..<Self.count).map { word in
        WordList.words[(0..<11).reduce(0) { $0 << 1 | bit(word * 11 + $1) }]
      }
    }
  }

  /// The first four bits of the secret's BLAKE2b-256.
  static func check(of secret: SecretBytes) throws(CryptoError) -> UInt8 {
    try secret.withBytes { (bytes) throws(CryptoError) in try BLAKE2b.hash(bytes)[0] >> 4 }
  }
}
