import GRDBSQLite

/// SQLite result codes that are composed by macros, which Swift does not see.
enum SQLiteCode {
  static let shortRead = SQLITE_IOERR | (2 << 8)
  static let write = SQLITE_IOERR | (3 << 8)
  static let sync = SQLITE_IOERR | (4 << 8)
  static let truncate = SQLITE_IOERR | (6 << 8)

  /// What SQLite is told about a failed append.
  static func code(for error: VaultError) -> CInt {
    switch error {
    case .diskFull: SQLITE_FULL
    case .readOnly: SQLITE_READONLY
    case .outOfMemory: SQLITE_NOMEM
    default: sync
    }
  }
}
