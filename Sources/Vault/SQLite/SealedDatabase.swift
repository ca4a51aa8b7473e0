import GRDB

/// A SQLite connection over an image, with the settings that the vault relies on.
final class SealedDatabase: Sendable {
  let queue: DatabaseQueue
  private let vfs: VaultVFS

  /// `commit` is called when a change is to be saved.
  init(
    image: Image, isReadOnly: Bool = false, commit: @escaping () throws(VaultError) -> Void
  ) throws(VaultError) {
    vfs = try VaultVFS(image: image, commit: commit)
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.label = "vault"
    configuration.prepareDatabase { database in
      // Setting `auto_vacuum` is a change that makes a record: only the very first session does it.
      let isNew = try !isReadOnly && Int.fetchOne(database, sql: "PRAGMA page_count") == 0
      for (name, value) in (isNew ? Self.settingsOfNew : []) + Self.settings {
        try database.execute(sql: "PRAGMA \(name) = \(value)")
      }
    }
    do {
      queue = try DatabaseQueue(path: vfs.uri, configuration: configuration)
    } catch {
      throw VaultError(database: error)
    }
  }

  /// What can only be set before the first table.
  private static let settingsOfNew = [("page_size", "4096"), ("auto_vacuum", "FULL")]
  private static let settings = [
    ("journal_mode", "MEMORY"), ("synchronous", "FULL"), ("temp_store", "MEMORY"), ("secure_delete", "ON"),
    ("foreign_keys", "ON"), ("trusted_schema", "OFF"), ("cell_size_check", "ON"), ("cache_size", "-512"),
  ]

  /// Runs `work` while no other access runs, outside of any transaction.
  func alone<Result>(_ work: (Database) throws(VaultError) -> Result) throws(VaultError) -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        guard !database.isInsideTransaction else { throw VaultError.unsavedChange }
        return try work(database)
      }
    } catch {
      throw VaultError(database: error)
    }
  }

  /// Closes the connection; a transaction that is still open is taken back.
  func close() {
    try? queue.close()
  }
}
