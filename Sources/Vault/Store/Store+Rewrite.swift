import Crypto
import Glibc

/// What becomes of the file that a rewrite replaces.
enum Replaced {
  /// It stays beside as `vault.bak`.
  case kept
  /// It goes, with the one before it and cut-off saves, for they hold what was deleted.
  case dropped
  /// It and every other older file go, for they open with keys that no longer count.
  case destroyed
}

extension Store {
  /// Writes the vault anew from the image, and goes on with the new file. The name `vault` always leads to a whole
  /// vault. On an error before the new file has the name, nothing has changed.
  func compact() throws(VaultError) {
    try rewrite(image: image, header: header, dataKey: keys.dataKey, replaced: .kept)
  }

  /// The same with another image (after a migration) or other keys (after a passphrase change).
  func rewrite(
    image newImage: Image, header newHeader: Header, dataKey: SecretBytes, replaced: Replaced
  ) throws(VaultError) {
    guard !isReadOnly else { throw .readOnly }
    guard !needsReopening else { throw .reopenNeeded }
    guard image !== newImage || image.changedPages().isEmpty else { throw .unsavedChange }
    try checkUnchanged()
    let writer = VaultWriter(files: files, context: context)
    try writer.removeUnfinished()
    var written: WrittenVault
    do {
      written = try writer.write(image: newImage, header: newHeader, dataKey: dataKey, name: VaultNames.unfinished)
      try setAside(replaced)
      #if HANDRAIL_MUTATIONS
        if Mutation.active == .headerCopyFirst {
          let bytes = try written.header.bytes(headerKey: written.keys.headerKey)
          try inVault { () throws(FileError) in try writer.copyHeader(bytes) }
        }
      #endif
      try inVault { () throws(FileError) in try files.rename(VaultNames.unfinished, to: VaultNames.vault) }
    } catch {
      try? files.remove(VaultNames.unfinished)
      throw error
    }
    do {
      try files.sync()
    } catch {
      // After a crash the name may lead to either file, so nothing more may be saved into one of them.
      needsReopening = true
      throw VaultError(error)
    }
    adopt(written, image: newImage)
  }

  private func setAside(_ replaced: Replaced) throws(VaultError) {
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .eraseKeepsOlder, case .dropped = replaced { return }
    #endif
    try inVault { () throws(FileError) in
      switch replaced {
      case .kept:
        try files.removeIfPresent(VaultNames.previous)
        do throws(FileError) {
          try files.link(VaultNames.vault, to: VaultNames.previous)
        } catch  where [EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(error.code) {
          return  // this file system knows no second names
        }
      case .dropped:
        for name in try files.names() where name == VaultNames.previous || name.hasPrefix(VaultNames.tornPrefix) {
          try files.remove(name)
        }
      case .destroyed:
        for name in try files.names() where VaultNames.isOlder(name) && name != VaultNames.unfinished {
          try files.remove(name)
        }
        // First the older files go for good, then the new one takes its place: no crash leaves an old key beside it.
        try files.sync()
      }
    }
  }

  private func adopt(_ written: WrittenVault, image newImage: Image) {
    file = written.file
    identity = written.identity
    header = written.header
    keys = written.keys
    chain = written.chain
    end = written.end
    snapshotEnd = written.snapshotEnd
    lastType = .snapshot
    hasWritten = true
    image = newImage
    image.settle()
  }
}
