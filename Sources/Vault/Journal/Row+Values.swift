import Forms
import GRDB
import Journal

/// Columns as values. A damaged database may hold anything in any column: that is an error here, where GRDB's subscripts and
/// plain arithmetic would end the program.
extension Row {
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
    do { return try decode(Value.self, forColumn: column) } catch { throw VaultError.unreadableEntry }
  }

  func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value? {
    do { return try decode(Value?.self, forColumn: column) } catch { throw VaultError.unreadableEntry }
  }

  /// A revision, a version: numbers that are counted up from 1.
  func count(_ column: String) throws -> Int {
    let count: Int = try value(column)
    guard (0...Int(Int32.max)).contains(count) else { throw VaultError.unreadableEntry }
    return count
  }

  func id(_ column: String) throws -> ULID {
    guard let id = ULID(try value(column) as String) else { throw VaultError.unreadableEntry }
    return id
  }

  /// A day of the years 1 to 9999, stored as days since 1970-01-01.
  func day(_ column: String) throws -> Day {
    try Self.day(value(column))
  }

  func day(at index: Int) throws -> Day { try Self.day(at(index)) }

  private static func day(_ days: Int) throws -> Day {
    guard (-719_162...2_932_896).contains(days) else { throw VaultError.unreadableEntry }
    return Day(daysSince1970: days)
  }

  /// The value of a column by its place: much faster than by name where there are thousands of rows.
  func at<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value {
    do { return try decode(Value.self, atIndex: index) } catch { throw VaultError.unreadableEntry }
  }

  func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>(at index: Int) throws -> Value? {
    do { return try decode(Value?.self, atIndex: index) } catch { throw VaultError.unreadableEntry }
  }

  /// An instant in the same years, with the row's zone.
  func moment(_ column: String) throws -> Moment {
    let milliseconds: Int64 = try value(column)
    let offset: Int = try value("zone_offset")
    guard (-62_135_510_400_000...253_402_214_400_000).contains(milliseconds), (-86_399...86_399).contains(offset) else {
      throw VaultError.unreadableEntry
    }
    return Moment(milliseconds: milliseconds, offset: offset, zone: try value("zone"))
  }
}
