import Forms
import Foundation
import GRDB

/// Looks into the caseload within a transaction that is going on: what is asked of it sees what was just stored.
package struct CaseloadReader {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Entries of a person, oldest day first; of all forms, or of these.
  package func lines(
    of participant: Int64, days: ClosedRange<Day>? = nil, forms: [String]? = nil,
    states: [CaseloadLine.State] = [.shown, .disputed]
  ) throws(VaultError) -> [CaseloadLine] {
    var sql = "SELECT * FROM line WHERE participant = ?"
    var arguments: StatementArguments = [participant]
    if let days {
      sql += " AND day BETWEEN ? AND ?"
      arguments += [days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
    }
    sql += " AND state IN (\(states.map { String($0.rawValue) }.joined(separator: ", ")))"
    if let forms {
      sql += " AND form IN (\(forms.map { _ in "?" }.joined(separator: ", ")))"
      arguments += StatementArguments(forms)
    }
    sql += " ORDER BY day, name, digest"
    return try reading {
      try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).compactMap(CaseloadLine.init)
    }
  }

  /// The description of a form, as canonical JSON; nil when there is none of that number.
  package func logForm(_ n: Int64) throws(VaultError) -> String? {
    try reading {
      try String.fetchOne(try db.cachedStatement(sql: "SELECT body FROM log_form WHERE n = ?"), arguments: [n])
    }
  }

  /// Logs of a person, the newest day first.
  package func logs(of participant: Int64) throws(VaultError) -> [KeptLog] {
    try reading {
      try Row.fetchAll(
        try db.cachedStatement(
          sql: "SELECT * FROM log_file WHERE participant = ? ORDER BY last_day DESC, created DESC, n DESC"),
        arguments: [participant]
      ).map(KeptLog.init)
    }
  }

  func reading<T>(_ body: () throws -> T) throws(VaultError) -> T {
    do { return try body() } catch { throw VaultError(database: error) }
  }
}

extension CaseloadLine {
  init?(_ row: Row) {
    guard let state = State(rawValue: row["state"]) else { return nil }
    self.init(
      n: row["n"], name: row["name"], revision: row["revision"], digest: Array(row["digest"] as Data), state: state,
      form: row["form"], logForm: row["log_form"], day: Day(daysSince1970: row["day"]), body: row["body"])
  }
}
