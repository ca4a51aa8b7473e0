import Forms
import GRDB
import Journal

/// One number of one standing entry.
package struct StoredNumber: Equatable, Sendable {
  package var entry: Int64
  package var form: String
  package var variable: String
  package var item: String?
  package var value: Double
  package var day: Day
}

extension JournalStore {
  /// The numbers of variables of forms, oldest day first.
  package func numbers(forms: [String], variables: [String]) throws(VaultError) -> [StoredNumber] {
    try read { db in
      func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT entry, form, variable, item, value, day FROM number
          WHERE form IN (\(marks(forms.count))) AND variable IN (\(marks(variables.count))) ORDER BY day, entry
          """, arguments: StatementArguments(forms + variables)
      ).map { row in
        StoredNumber(
          entry: try row.value("entry"), form: try row.value("form"), variable: try row.value("variable"),
          item: try row.optional("item"), value: try row.value("value"), day: try row.day("day"))
      }
    }
  }

  /// One variable on these days, oldest first, each number with the entry it stands in.
  package func numbers(
    form: String, variable: String, days: ClosedRange<Day>
  ) throws(VaultError) -> [SourcedNumber] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, n.day, n.value FROM number n JOIN entry e ON e.n = n.entry
          WHERE n.form = ? AND n.variable = ? AND n.day BETWEEN ? AND ? ORDER BY n.day, n.entry
          """, arguments: [form, variable, days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
      ).map { SourcedNumber(source: Source(try $0.id("id"), try $0.day("day")), value: try $0.value("value")) }
    }
  }
}
