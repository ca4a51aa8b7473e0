import Crypto
import GRDBSQLite

/// What SQLite said to one statement: all that a program could notice of it.
package struct SQLOutcome: Equatable {
  var code: Int32 = 0
  var message = ""
  /// How many rows came, and the hash of all their values with their types.
  var rows = 0
  var hash: [UInt8] = []
  var changes: Int32 = 0
  var totalChanges: Int32 = 0
  var lastRow: Int64 = 0
  var isInTransaction = false
}

/// A SQLite connection, used through the C interface so that nothing stands between a statement and its outcome.
struct SQLHandle {
  let connection: OpaquePointer

  var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

  /// Runs one statement to its end.
  func run(_ sql: String) -> SQLOutcome {
    var outcome = SQLOutcome()
    var values: [UInt8] = []
    var statement: OpaquePointer?
    outcome.code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    if outcome.code == SQLITE_OK, let statement {
      while true {
        let step = sqlite3_step(statement)
        guard step == SQLITE_ROW else {
          outcome.code = step
          break
        }
        outcome.rows += 1
        for column in 0..<sqlite3_column_count(statement) { Self.append(statement, column, to: &values) }
      }
    }
    if outcome.code != SQLITE_OK && outcome.code != SQLITE_DONE {
      outcome.message = String(cString: sqlite3_errmsg(connection))
      outcome.code = sqlite3_extended_errcode(connection)
    }
    sqlite3_finalize(statement)
    outcome.hash = (try? BLAKE2b.hash(values, count: 16)) ?? []
    outcome.changes = sqlite3_changes(connection)
    outcome.totalChanges = sqlite3_total_changes(connection)
    outcome.lastRow = sqlite3_last_insert_rowid(connection)
    outcome.isInTransaction = isInTransaction
    return outcome
  }

  /// The texts in the first column of a query.
  func texts(_ sql: String) -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
    var found: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      found.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
    return found
  }

  /// Everything in the database: the schema, and each table with its rows in the order in which they lie.
  func dump() -> [String: SQLOutcome] {
    var all = ["schema": run("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY rowid")]
    for table in texts("SELECT name FROM sqlite_schema WHERE type = 'table'") {
      all[table] = run("SELECT * FROM \"\(table)\"")
    }
    for setting in ["page_count", "freelist_count", "user_version", "auto_vacuum", "integrity_check"] {
      all[setting] = run("PRAGMA \(setting)")
    }
    return all.mapValues { outcome in
      // What a connection counts starts again when it is opened again; a dump is about the content.
      SQLOutcome(code: outcome.code, message: outcome.message, rows: outcome.rows, hash: outcome.hash)
    }
  }

  private static func append(_ statement: OpaquePointer, _ column: Int32, to values: inout [UInt8]) {
    let type = sqlite3_column_type(statement, column)
    values.append(UInt8(truncatingIfNeeded: type))
    switch type {
    case SQLITE_INTEGER: values += Forge.little(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: values += Forge.little(sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_TEXT, SQLITE_BLOB:
      let bytes = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      values += Forge.little(UInt32(count)) + UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    default: break
    }
  }
}
