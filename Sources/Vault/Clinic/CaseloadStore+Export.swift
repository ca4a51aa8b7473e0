import Forms
import GRDB

/// A line, and the log that brought it first.
package struct SourcedLine: Equatable, Sendable {
  package var line: CaseloadLine
  package var log: Int64
}

extension CaseloadStore {
  /// What stands of a person, also what was withdrawn and what is in dispute, by day.
  package func sourcedLines(
    of participant: Int64, days: ClosedRange<Day>? = nil
  ) throws(VaultError) -> [SourcedLine] {
    try read { db in
      var sql = """
        SELECT l.*, (SELECT min(f.file) FROM log_line f WHERE f.line = l.n) AS log FROM line l
        WHERE l.participant = ? AND l.state <> \(CaseloadLine.State.gone.rawValue)
        """
      var arguments: StatementArguments = [participant]
      if let days {
        sql += " AND l.day BETWEEN ? AND ?"
        arguments += [days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
      }
      return try Row.fetchAll(db, sql: sql + " ORDER BY l.day, l.name, l.state, l.digest", arguments: arguments)
        .compactMap { row in
          guard let line = CaseloadLine(row), let log = row["log"] as Int64? else { return nil }
          return SourcedLine(line: line, log: log)
        }
    }
  }

  /// How many entries that would be, and how many logs touch these days.
  package func exportCounts(
    of participant: Int64, days: ClosedRange<Day>? = nil
  ) throws(VaultError) -> (entries: Int, logs: Int) {
    let (first, last) = (days?.lowerBound.daysSince1970 ?? .min, days?.upperBound.daysSince1970 ?? .max)
    return try read { db in
      let entries = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM line WHERE participant = ? AND day BETWEEN ? AND ? AND state IN (1, 2, 3)",
        arguments: [participant, first, last])
      let logs = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM log_file WHERE participant = ? AND last_day >= ? AND first_day <= ?",
        arguments: [participant, first, last])
      return (entries ?? 0, logs ?? 0)
    }
  }

  /// Remembers for each of these people that something of theirs was passed on.
  package func noteExport(of people: [(participant: Int64, detail: String)], _ doing: Doing) throws(VaultError) {
    try write { db in
      for one in people { try note(.exported, participant: one.participant, one.detail, doing, in: db) }
    }
  }
}
