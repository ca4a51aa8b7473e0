import Crypto

/// What opens a vault.
package enum Credential: Sendable {
  /// As typed, in UTF-8; the vault brings it into normal form.
  case passphrase(SecretBytes)
  case recoveryWords(RecoveryWords)
  /// The data key of a vault that has been opened.
  case dataKey(SecretBytes)

  /// The data key in `header`, or the error that fits the kind of credential.
  func dataKey(in header: Header, context: VaultContext) throws(VaultError) -> SecretBytes {
    switch self {
    case .passphrase(let typed):
      let secret = try inVault { () throws(CryptoError) in try Passphrase.normalised(typed) }
      guard let key = try header.passphraseSlot.open(with: secret, front: header.front, context: context) else {
        throw .wrongPassphrase
      }
      return key
    case .recoveryWords(let words):
      guard let slot = header.recoverySlot else { throw .noRecoveryWords }
      guard let key = try slot.open(with: words.secret, front: header.front, context: context) else {
        throw .wrongRecoveryWords
      }
      return key
    case .dataKey(let key): return key
    }
  }
}
