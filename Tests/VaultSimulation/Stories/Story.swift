import Crypto
import GRDB
import Vault

/// Something that is done with a vault, to crash in or to fail in.
package struct Story: Sendable, CustomStringConvertible {
  package let name: String
  /// The state before: nil when there is no vault yet.
  var before: [String]? = ["zero"]
  /// The disk before.
  var prepare: @Sendable () throws -> SimulatedDisk = { try Story.prepared() }
  var content = Content.notes
  /// Its files are of several MB: it is told less often.
  package var isLarge = false
  let run: @Sendable (VaultFolder, Progress) throws -> Void

  package var description: String { name }

  /// What of a vault is compared, and how one more change is made to it.
  struct Content: Sendable {
    let read: @Sendable (OpenVault) throws -> [String]
    /// Returns the state that it leads to.
    let add: @Sendable (String, [String]) -> [String]
    let write: @Sendable (OpenVault, String) throws -> Void

    static let notes = Content(
      read: { try $0.notes() }, add: { $1 + [$0] },
      write: { vault, note in
        // The table may not be there yet: both in one commit.
        try vault.database.write {
          try $0.execute(sql: "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT)")
          try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [note])
        }
      })
  }

  package static let all = sessions + keys + copies + sizes + journal

  package static func named(_ name: String) -> Story? { all.first { $0.name == name } }
}

extension VaultFolder {
  func opened(_ passphrase: String = "first") throws -> OpenVault {
    try OpenVault.open(in: self, passphrase: secret(passphrase))
  }
}
