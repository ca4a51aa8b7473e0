import Crypto
import GRDB

extension OpenVault {
  /// Whether `passphrase` opens this vault: for asking again before something that cannot be undone.
  package func accepts(passphrase: SecretBytes) throws(VaultError) -> Bool { try accepts(.passphrase(passphrase)) }

  package func accepts(_ credential: Credential) throws(VaultError) -> Bool {
    do throws(VaultError) {
      let key = try credential.dataKey(in: try live().header, context: folder.context)
      return key.equals(try live().keys.dataKey)
    } catch  where [.wrongPassphrase, .wrongRecoveryWords, .noRecoveryWords].contains(error) {
      return false
    }
  }

  /// Changes the passphrase. The old one, the old recovery words, and every older file are gone afterwards; new recovery
  /// words are returned if wanted. `kdf` nil keeps the settings.
  package func changePassphrase(
    to passphrase: SecretBytes, kdf: KDFSettings? = nil, recovery: Bool
  ) throws(VaultError) -> RecoveryWords? {
    try alone { (store, _) throws(VaultError) in
      let (keyring, words) = try Keyring.new(
        passphrase: passphrase, kdf: kdf ?? store.header.passphraseSlot.kdf, recovery: recovery,
        vaultID: store.header.vaultID, context: store.context)
      try store.rewrite(
        image: store.image, header: keyring.header, dataKey: keyring.dataKey, replaced: .destroyed)
      refreshHeaderCopy()
      return words
    }
  }

  /// Makes recovery words, also in place of earlier ones. They are shown once.
  package func remakeRecoveryWords(passphrase: SecretBytes) throws(VaultError) -> RecoveryWords {
    guard let words = try renewKeys(passphrase: passphrase, recovery: true) else { throw .noRecoveryWords }
    return words
  }

  /// Takes the recovery words away.
  package func removeRecoveryWords(passphrase: SecretBytes) throws(VaultError) {
    _ = try renewKeys(passphrase: passphrase, recovery: false)
  }

  /// The same passphrase with a new data key: what opened with the old recovery words must not stay readable.
  private func renewKeys(passphrase: SecretBytes, recovery: Bool) throws(VaultError) -> RecoveryWords? {
    guard try accepts(passphrase: passphrase) else { throw .wrongPassphrase }
    return try changePassphrase(to: passphrase, recovery: recovery)
  }
}

extension KeySlot {
  var kdf: KDFSettings { KDFSettings(passes: passes, memoryMiB: memory >> 20) }
}
