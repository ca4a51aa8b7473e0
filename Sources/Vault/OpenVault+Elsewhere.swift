/// When a save was refused: another try, or another place.
extension OpenVault {
  /// Clears the way for another try. Fails when the file is no longer what was saved into it.
  package func takeUpAgain() throws(VaultError) {
    try alone { (store, _) throws(VaultError) in try store.takeUpAgain() }
  }

  /// Fails when the file on the disk is no longer what was saved into it, or is gone.
  package func requireUnchanged() throws(VaultError) {
    try alone { (store, _) throws(VaultError) in try store.checkUnchanged() }
  }

  /// Writes everything that was saved into a new vault in `target`, with the same passphrase and recovery words, and opens
  /// it. This one stays as it is.
  package func copy(to target: VaultFolder) throws(VaultError) -> OpenVault {
    try alone { (store, _) throws(VaultError) in
      guard store.image.changedPages().isEmpty else { throw .unsavedChange }
      let lock = try target.claim()
      let image = try store.image.copy()
      let written = try VaultWriter(files: target.files, context: target.context).writeFinished(
        image: image, header: store.header, dataKey: store.keys.dataKey, name: VaultNames.vault)
      let copy = Store(files: target.files, context: target.context, isReadOnly: false, image: image, written: written)
      copy.hasWritten = true
      let vault = try OpenVault(folder: target, lock: lock, store: copy)
      vault.refreshHeaderCopy()
      return vault
    }
  }
}
