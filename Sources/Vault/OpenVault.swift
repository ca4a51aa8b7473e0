import Crypto
import GRDB

/// An unlocked vault: its database, and what can be done with it as a whole. One thread at a time.
package final class OpenVault {
  package let folder: VaultFolder
  /// What the person should hear after unlocking.
  package private(set) var warnings: [VaultWarning]
  private var lock: (any FolderLock)?
  private var store: Store?
  private var sealed: SealedDatabase
  private var lastKnownRecord: UInt64

  init(
    folder: VaultFolder, lock: (any FolderLock)?, store: Store, warnings: [VaultWarning] = []
  ) throws(VaultError) {
    self.folder = folder
    self.lock = lock
    self.store = store
    self.warnings = warnings
    lastKnownRecord = store.lastRecord
    sealed = try Self.database(of: store)
  }

  /// The database. Every commit on it is on the disk when it returns. Fetch it anew after `migrate`, and do not
  /// use it after `close`: GRDB then ends the process.
  package var database: DatabaseQueue { sealed.queue }
  /// The number of the last record in the file: it grows with every save, and starts again when the file is rewritten.
  package var sequence: UInt64 { store?.lastRecord ?? lastKnownRecord }
  package var isReadOnly: Bool { store?.isReadOnly ?? true }
  package var isOpen: Bool { store != nil }
  package var hasRecoveryWords: Bool { store?.header.recoverySlot != nil }
  /// Why the last save failed, in more detail than the error that SQLite reports; nil once a save has worked.
  package var lastSaveError: VaultError? { store?.lastError }

  /// What an error that a database access threw means for the vault.
  package func cause(of error: any Error) -> VaultError {
    if let error = error as? DatabaseError, let cause = lastSaveError,
      [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOMEM].contains(error.resultCode)
    {
      return cause
    }
    return VaultError(database: error)
  }

  /// Ends the session: marks a clean end if it saved anything, closes the database, wipes keys and content, and gives the
  /// lock back. Everything saved is already on the disk, so there is nothing to fail.
  package func close() {
    guard let store else { return }
    sealed.close()
    try? store.closeCleanly()
    lastKnownRecord = store.lastRecord
    try? store.image.resize(to: 0)  // wipes; shrinking cannot fail
    self.store = nil
    lock = nil
  }

  deinit { close() }

  /// The open store, or an error after `close`.
  func live() throws(VaultError) -> Store {
    guard let store else { throw .reopenNeeded }
    return store
  }

  /// Runs `work` while nothing else uses the database and no transaction is open.
  func alone<Result>(_ work: (Store, Database) throws(VaultError) -> Result) throws(VaultError) -> Result {
    let store = try live()
    return try sealed.alone { (database) throws(VaultError) in try work(store, database) }
  }

  /// Opens the database anew after its image was replaced by `change`.
  func reopeningDatabase(_ change: (Store) throws(VaultError) -> Void) throws(VaultError) {
    let store = try live()
    sealed.close()
    let outcome = Result { () throws(VaultError) in try change(store) }
    sealed = try Self.database(of: store)
    try outcome.get()
  }

  /// Brings the copy of the header up to date; failing that is no reason to stop.
  func refreshHeaderCopy() {
    guard let store, !store.isReadOnly else { return }
    do {
      let bytes = try store.header.bytes(headerKey: store.keys.headerKey)
      try VaultWriter(files: store.files, context: store.context).copyHeader(bytes)
    } catch {
      if !warnings.contains(.headerCopyFailed) { warnings.append(.headerCopyFailed) }
    }
  }

  private static func database(of store: Store) throws(VaultError) -> SealedDatabase {
    // Weak: a connection that lingers must not keep the keys in memory after `close`.
    try SealedDatabase(image: store.image, isReadOnly: store.isReadOnly) { [weak store] () throws(VaultError) in
      guard let store else { throw .reopenNeeded }
      try store.commit()
    }
  }
}
