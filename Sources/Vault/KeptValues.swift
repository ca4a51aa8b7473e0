import Crypto
import Foundation
import GRDB

/// What every database of this program has, whatever else is in it: one durable commit a write, and a table of small
/// values that the program itself remembers.
package protocol KeptValues {
  var vault: OpenVault { get }
}

extension KeptValues {
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

  /// A secret of the program itself, in locked memory; nil when it was never set.
  package func secret(_ key: String) throws(VaultError) -> SecretBytes? {
    let value = try read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key])
    }
    guard let value else { return nil }
    return try inVault { () throws(CryptoError) in try SecretBytes(copying: value) }
  }

  package func keep(_ secret: SecretBytes, as key: String) throws(VaultError) {
    try remember(key, secret.withBytes { Array($0) })
  }
}

private let unfinished = "erase-unfinished"

extension KeptValues {
  /// In the transaction of an erase: the file has to be written anew.
  func markErasing(in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO memory (key, value) VALUES (?, x'01') ON CONFLICT (key) DO NOTHING", arguments: [unfinished])
  }

  /// Writes the vault anew where an erase asked for it, and does nothing else. `optimize` is for search tables.
  func finishErasing(optimize: (Database) throws -> Void) throws(VaultError) {
    guard try memory(unfinished) != nil else { return }
    try vault.erasePass(optimize: optimize)
    try write { try $0.execute(sql: "DELETE FROM memory WHERE key = ?", arguments: [unfinished]) }
  }
}
