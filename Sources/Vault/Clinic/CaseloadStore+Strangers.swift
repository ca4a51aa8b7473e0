import Foundation
import GRDB

/// A file by a key that is not enrolled. Nothing of what is in it is kept.
package struct Stranger: Equatable, Sendable {
  package var path: String
  /// 32 bytes of Ed25519.
  package var signing: [UInt8]
  /// The eight words of its keys, with spaces.
  package var words: String
  /// When it was met last, in milliseconds.
  package var at: Int64
  package init(path: String, signing: [UInt8], words: String, at: Int64) {
    self.path = path
    self.signing = signing
    self.words = words
    self.at = at
  }
}

extension CaseloadStore {
  /// The newest first.
  package func strangers() throws(VaultError) -> [Stranger] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM stranger ORDER BY at DESC, path, signing").map { row in
        Stranger(path: row["path"], signing: Array(row["signing"] as Data), words: row["words"], at: row["at"])
      }
    }
  }

  package func note(_ stranger: Stranger) throws(VaultError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO stranger (path, signing, words, at) VALUES (?, ?, ?, ?)
          ON CONFLICT (path, signing) DO UPDATE SET words = excluded.words, at = excluded.at
          """,
        arguments: [stranger.path, Data(stranger.signing), stranger.words, stranger.at])
    }
  }

  package func forget(_ stranger: Stranger) throws(VaultError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM stranger WHERE path = ? AND signing = ?", arguments: [stranger.path, Data(stranger.signing)])
    }
  }
}
