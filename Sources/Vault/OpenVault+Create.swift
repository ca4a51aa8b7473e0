import Crypto

extension OpenVault {
  /// Makes a new vault in `folder`, with recovery words if wanted. It is on the disk when this returns.
  package static func create(
    in folder: VaultFolder, passphrase: SecretBytes, kdf: KDFSettings = KDFSettings(), recovery: Bool = false
  ) throws(VaultError) -> (vault: OpenVault, words: RecoveryWords?) {
    guard kdf.isAllowed else { throw .badKDFSettings }
    try SelfCheck.pass()
    let lock = try folder.claim()
    let files = folder.files
    let (keyring, words) = try Keyring.new(
      passphrase: passphrase, kdf: kdf, recovery: recovery, vaultID: folder.context.random.bytes(16),
      context: folder.context)
    let image = Image()
    let written = try VaultWriter(files: files, context: folder.context).writeFinished(
      image: image, header: keyring.header, dataKey: keyring.dataKey, name: VaultNames.vault)
    let store = Store(files: files, context: folder.context, isReadOnly: false, image: image, written: written)
    let vault = try OpenVault(folder: folder, lock: lock, store: store)
    vault.refreshHeaderCopy()
    return (vault, words)
  }
}

/// A new data key, and a header that holds it sealed.
struct Keyring {
  let header: Header
  let dataKey: SecretBytes

  static func new(
    passphrase: SecretBytes, kdf: KDFSettings, recovery: Bool, vaultID: [UInt8], context: VaultContext
  ) throws(VaultError) -> (Keyring, RecoveryWords?) {
    let (drawn, normalised, words) = try inVault { () throws(CryptoError) in
      (
        try SecretBytes.random(count: 32, from: context.random), try Passphrase.normalised(passphrase),
        recovery ? try RecoveryWords.random(from: context.random) : nil
      )
    }
    #if HANDRAIL_MUTATIONS
      let dataKey = Mutation.dataKey(of: vaultID, drawn: drawn)
    #else
      let dataKey = drawn
    #endif
    let front = Header.front(vaultID: vaultID)
    let slot = try KeySlot(sealing: dataKey, under: normalised, kdf: kdf, front: front, context: context)
    let recoverySlot = try words.map { (words) throws(VaultError) in
      try KeySlot(sealing: dataKey, under: words.secret, kdf: kdf, front: front, context: context)
    }
    let header = Header(vaultID: vaultID, fileID: [], passphraseSlot: slot, recoverySlot: recoverySlot)
    return (Keyring(header: header, dataKey: dataKey), words)
  }
}
