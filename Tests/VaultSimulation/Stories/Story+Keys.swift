import Crypto
import Vault

/// Changes of the passphrase and of the recovery words.
extension Story {
  static let keys = [
    Story(name: "a passphrase change", prepare: { try withOlderFiles() }) { folder, progress in
      let vault = try folder.opened()
      let first = Credential.passphrase(try secret("first"))
      try progress.replaces(first, with: .passphrase(try secret("second"))) {
        try vault.changePassphrase(to: secret("second"), recovery: true)
      }
      try progress.save(progress.note("one"), in: vault)
      vault.close()
    },
    Story(name: "recovery words made and removed", prepare: { try withOlderFiles() }) { folder, progress in
      let vault = try folder.opened()
      for _ in 0..<2 {
        try progress.renews { try vault.remakeRecoveryWords(passphrase: secret("first")) }
        try progress.save(progress.note("after \(progress.dead.count)"), in: vault)
      }
      try progress.renews {
        try vault.removeRecoveryWords(passphrase: secret("first"))
        return nil
      }
      vault.close()
    },
    Story(name: "rescue by recovery words") { folder, progress in
      let vault = try folder.opened()
      try progress.renews { try vault.remakeRecoveryWords(passphrase: secret("first")) }
      vault.close()
      guard let words = progress.words else { return }
      let rescued = try OpenVault.open(in: folder, recovery: words)
      try progress.save(progress.note("one"), in: rescued)
      progress.words = nil
      let first = Credential.passphrase(try secret("first"))
      progress.former.append(.recoveryWords(words))
      try progress.replaces(first, with: .passphrase(try secret("third"))) {
        try rescued.changePassphrase(to: secret("third"), recovery: true)
      }
      progress.dead.append(.recoveryWords(words))
      rescued.close()
    },
  ]
}

extension Progress {
  /// A change of the passphrase, which must end the old one and everything it opened.
  fileprivate func replaces(
    _ old: Credential, with new: Credential, _ work: () throws -> RecoveryWords?
  ) throws {
    keys.append(new)
    try renews(leaving: old, work)
    keys.removeAll { $0.isSame(as: old) }
    dead.append(old)
  }

  /// A change of the keys under a passphrase that stays. Recovery words that stood before are dead afterwards.
  fileprivate func renews(
    leaving old: Credential? = nil, _ work: () throws -> RecoveryWords?
  ) throws {
    let earlier = words
    if let old { former.append(old) }
    if let earlier { former.append(.recoveryWords(earlier)) }
    let dataKey = keys.lazy.compactMap { [disk] in disk.sealed("vault")?.dataKey(for: $0) }.first
    words = nil
    words = try work()
    if let earlier { dead.append(.recoveryWords(earlier)) }
    if let dataKey { deadDataKeys.append(dataKey) }
  }
}

extension Credential {
  fileprivate func isSame(as other: Credential) -> Bool {
    switch (self, other) {
    case (.passphrase(let mine), .passphrase(let theirs)): mine.equals(theirs)
    case (.recoveryWords(let mine), .recoveryWords(let theirs)): mine.secret.equals(theirs.secret)
    default: false
    }
  }
}
