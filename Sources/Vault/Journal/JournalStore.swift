import GRDB
import Journal

/// Entries, drafts and the changes to them, in the open vault. Each method that writes is one durable commit.
package struct JournalStore: KeptValues {
  package let vault: OpenVault

  package init(_ vault: OpenVault) { self.vault = vault }

  /// When the newest change or draft was stored, in milliseconds; nil in a new vault.
  package func lastSaved() throws(VaultError) -> Int64? {
    try read { db in
      try Int64.fetchOne(db, sql: Self.lastSavedQuery)
    }
  }

  static let lastSavedQuery =
    "SELECT max(at) FROM (SELECT max(at) AS at FROM change UNION ALL SELECT max(updated) FROM draft)"
}
