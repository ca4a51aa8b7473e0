import Crypto
import GRDB
import GRDBSQLite

/// A database as the bytes of its file.
enum DatabaseBytes {
  /// The hash of all pages, in hexadecimal digits.
  static func hash(of database: Database) throws -> String {
    var size: Int64 = 0
    let bytes = sqlite3_serialize(database.sqliteConnection, "main", &size, 0)
    defer { sqlite3_free(bytes) }
    return hex(try BLAKE2b.hash(UnsafeRawBufferPointer(start: bytes, count: Int(size))))
  }
}
