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

extension CaseloadReader {
  /// So many days up to the last one of the newest log are read for a line on the roster.
  package static let summaryDays = 56

  /// Nil for a person without a log. Reads rows of this person only.
  package func summarySource(of participant: Int64) throws(VaultError) -> SummarySource? {
    let newest = try reading {
      try Row.fetchOne(
        try db.cachedStatement(
          sql: """
            SELECT head, last_day FROM log_file WHERE participant = ?
            ORDER BY last_day DESC, created DESC, n DESC LIMIT 1
            """), arguments: [participant]
      ).map { row in (head: row["head"] as String, last: Day(daysSince1970: row["last_day"])) }
    }
    guard let newest else { return nil }
    let days = newest.last.adding(days: 1 - Self.summaryDays)...newest.last
    let ranges = try reading {
      try Row.fetchAll(
        try db.cachedStatement(
          sql: "SELECT first_day, last_day FROM log_file WHERE participant = ? AND last_day >= ?"),
        arguments: [participant, days.lowerBound.daysSince1970]
      ).compactMap { row -> ClosedRange<Day>? in
        let (first, last): (Int, Int) = (row["first_day"], row["last_day"])
        return first <= last ? Day(daysSince1970: first)...Day(daysSince1970: last) : nil
      }
    }
    let lines = try arrived(of: participant, days: days)
    return SummarySource(
      head: newest.head, ranges: ranges, lines: lines, forms: try logForms(Set(lines.map(\.line.logForm))))
  }

  /// What the roster shows of each person, as it was made.
  package func summaries() throws(VaultError) -> [Int64: String] {
    try reading {
      var bodies: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT participant, body FROM summary") {
        bodies[row["participant"]] = row["body"]
      }
      return bodies
    }
  }
}
