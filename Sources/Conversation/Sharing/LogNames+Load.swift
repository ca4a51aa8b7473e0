import Exchange
import Terminal
import Vault

extension LogNames {
  /// The secret that turns entry ids into names for sharing; made at its first use, kept in the journal.
  package static func load(in session: Session) throws(Departure) -> LogNames {
    try session.inJournal { (store) throws(VaultError) in
      if let secret = try store.memory("log-id-secret") { return LogNames(secret: secret) }
      let secret = Randomness.bytes(32)
      try store.remember("log-id-secret", secret)
      return LogNames(secret: secret)
    }
  }
}
