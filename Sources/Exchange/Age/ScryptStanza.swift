import Crypto

/// The stanza of a passphrase. It stands alone in its header.
enum ScryptStanza {
  static let kind = "scrypt"
  /// The work that files are written with, as a logarithm.
  static let written = 18
  /// More is not begun: it would take minutes and gigabytes.
  static let most = 22
  private static let saltCount = 16
  private static let label = Array("age-encryption.org/v1/scrypt".utf8)

  static func stanza(
    for fileKey: SecretBytes, passphrase: SecretBytes, logN: Int, random: RandomSource
  ) throws(AgeError) -> AgeStanza {
    let salt = random.bytes(saltCount)
    let key = try wrapKey(passphrase, salt, logN)
    return AgeStanza([kind, Base64.text(salt), String(logN)], body: ChaCha20Poly1305.sealedOnce(fileKey, key: key))
  }

  /// Nil when the passphrase is another.
  static func fileKey(in stanza: AgeStanza, passphrase: SecretBytes) throws(AgeError) -> SecretBytes? {
    guard stanza.arguments.count == 3 else { throw .stanza(.arguments) }
    guard let salt = Base64.bytes(stanza.arguments[1].utf8), salt.count == saltCount else { throw .stanza(.salt) }
    let digits = stanza.arguments[2].utf8
    guard digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (48...57).contains($0) }) else {
      throw .stanza(.workFactor)
    }
    let logN = Int(stanza.arguments[2]) ?? .max
    guard logN <= most else { throw .tooMuchWork(logN) }
    guard stanza.body.count == AgeFileKey.sealedCount else { throw .stanza(.body) }
    let key = try wrapKey(passphrase, salt, logN)
    return try inAge { () throws(CryptoError) in try ChaCha20Poly1305.openedOnce(stanza.body, key: key) }
  }

  private static func wrapKey(_ passphrase: SecretBytes, _ salt: [UInt8], _ logN: Int) throws(AgeError) -> SecretBytes {
    try inAge { () throws(CryptoError) in try Scrypt.key(passphrase: passphrase, salt: label + salt, logN: logN) }
  }
}
