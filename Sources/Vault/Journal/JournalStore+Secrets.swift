import Crypto
import Foundation
import GRDB

extension JournalStore {
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
