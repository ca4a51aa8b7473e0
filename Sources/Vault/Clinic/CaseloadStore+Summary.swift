import Forms
import GRDB

/// What a person's line on the roster is made from: the newest of their logs, and the entries of its last weeks.
package struct SummarySource: Equatable, Sendable {
  /// The newest log's manifest without its forms.
  package var head: String
  /// The days that logs of the last weeks are about.
  package var ranges: [ClosedRange<Day>]
  /// With every version of what is disputed.
  package var lines: [ArrivedLine]
  /// Descriptions of their forms, by number.
  package var forms: [Int64: String]
}

extension CaseloadStore {
  /// So many days before the last one of the newest log are read for a line on the roster.
  package static let summaryDays = 56

  /// Makes a person's line on the roster anew, in a transaction of its own.
  package func remakeSummary(of participant: Int64, _ make: (SummarySource) -> String?) throws(VaultError) {
    try write { db in try remakeSummary(of: participant, in: db, make) }
  }

  /// The same, last in a transaction that changed what is there. Without a log there is no line.
  func remakeSummary(of participant: Int64, in db: Database, _ make: (SummarySource) -> String?) throws {
    let body = try summarySource(of: participant, in: db).flatMap(make)
    guard let body else {
      return try db.execute(sql: "DELETE FROM summary WHERE participant = ?", arguments: [participant])
    }
    try db.execute(
      sql: """
        INSERT INTO summary (participant, body) VALUES (?, ?)
        ON CONFLICT (participant) DO UPDATE SET body = excluded.body
        """, arguments: [participant, body])
  }

  private func summarySource(of participant: Int64, in db: Database) throws -> SummarySource? {
    let newest = try Row.fetchOne(
      db,
      sql:
        "SELECT head, last_day FROM log_file WHERE participant = ? ORDER BY last_day DESC, created DESC, n DESC LIMIT 1",
      arguments: [participant])
    guard let newest else { return nil }
    let last: Int = newest["last_day"]
    let ranges = try Row.fetchAll(
      db, sql: "SELECT first_day, last_day FROM log_file WHERE participant = ? AND last_day > ?",
      arguments: [participant, last - Self.summaryDays]
    ).compactMap(Self.range)
    let days = Day(daysSince1970: last - Self.summaryDays + 1)...Day(daysSince1970: last)
    let lines = try Self.arrived(of: participant, days: days, db)
    return SummarySource(
      head: newest["head"], ranges: ranges, lines: lines, forms: try Self.logForms(Set(lines.map(\.line.logForm)), db))
  }

  static func range(_ row: Row) -> ClosedRange<Day>? {
    let (first, last): (Int, Int) = (row["first_day"], row["last_day"])
    return first <= last ? Day(daysSince1970: first)...Day(daysSince1970: last) : nil
  }

  static func logForms(_ numbers: Set<Int64>, _ db: Database) throws -> [Int64: String] {
    var forms: [Int64: String] = [:]
    for n in numbers {
      forms[n] = try String.fetchOne(db, sql: "SELECT body FROM log_form WHERE n = ?", arguments: [n])
    }
    return forms
  }

  /// What the roster shows of each person, as it was made.
  package func summaries() throws(VaultError) -> [Int64: String] {
    try read { db in
      var bodies: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT participant, body FROM summary") {
        bodies[row["participant"]] = row["body"]
      }
      return bodies
    }
  }
}
