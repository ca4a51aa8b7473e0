import Forms
import Foundation
import GRDB
import Journal

/// Entries, drafts and the changes to them, in the open vault. Each method that writes is one durable commit.
package struct JournalStore {
  let vault: OpenVault

  package init(_ vault: OpenVault) { self.vault = vault }

  func read<T>(_ body: (Database) throws -> T) throws(VaultError) -> T {
    do { return try vault.database.read(body) } catch { throw vault.cause(of: error) }
  }

  func write<T>(_ body: (Database) throws -> T) throws(VaultError) -> T {
    do { return try vault.database.write(body) } catch { throw vault.cause(of: error) }
  }

  /// A value the program itself remembers; nil when it was never set.
  package func memory(_ key: String) throws(VaultError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key]).map(Array.init)
    }
  }

  package func remember(_ key: String, _ value: [UInt8]) throws(VaultError) { try remember([key: value]) }

  /// Several values in one commit.
  package func remember(_ values: [String: [UInt8]]) throws(VaultError) {
    try write { db in
      for (key, value) in values { try put(value, as: key, in: db) }
    }
  }

  func put(_ value: [UInt8], as key: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: [key, Data(value)])
  }

  /// When the newest change or draft was stored, in milliseconds; nil in a new vault.
  package func lastSaved() throws(VaultError) -> Int64? {
    try read { db in
      try Int64.fetchOne(db, sql: Self.lastSavedQuery)
    }
  }

  static let lastSavedQuery =
    "SELECT max(at) FROM (SELECT max(at) AS at FROM change UNION ALL SELECT max(updated) FROM draft)"
}
