import Foundation
import Forms
import GRDB

extension CaseloadStore {
  /// Entries of a person that are shown, oldest day first; of all forms, or of these.
  package func lines(
    of participant: Int64, days: ClosedRange<Day>? = nil, forms: [String]? = nil,
    states: [CaseloadLine.State] = [.shown, .disputed]
  ) throws(VaultError) -> [CaseloadLine] {
    try read { db in
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
      return try Row.fetchAll(db, sql: sql + " ORDER BY day, name, digest", arguments: arguments)
        .compactMap(CaseloadLine.init)
    }
  }

  /// The description of a form, as canonical JSON; nil when there is none of that number.
  package func logForm(_ n: Int64) throws(VaultError) -> String? {
    try read { db in try String.fetchOne(db, sql: "SELECT body FROM log_form WHERE n = ?", arguments: [n]) }
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
