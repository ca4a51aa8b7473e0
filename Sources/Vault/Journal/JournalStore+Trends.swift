import Forms
import GRDB
import Journal

/// Where numbers of a variable stand.
package struct NumberSource: Hashable, Sendable {
  package var form: String
  package var variable: String
  package init(_ form: String, _ variable: String) {
    self.form = form
    self.variable = variable
  }
}

/// An answer of a choice that stands for a number, so that it can be charted.
package struct ChoiceSource: Hashable, Sendable {
  package var form: String
  package var question: String
  /// What codes stand for; others are left out.
  package var values: [String: Double]
  package init(_ form: String, _ question: String, _ values: [String: Double]) {
    self.form = form
    self.question = question
    self.values = values
  }
}

extension JournalStore {
  /// On how many days a variable has a number.
  package func daysWithNumbers(in days: ClosedRange<Day>? = nil) throws(VaultError) -> [NumberSource: Int] {
    try read { db in
      let (clause, arguments) = Self.clause(days, "day")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT form, variable, count(DISTINCT day) AS days FROM number WHERE \(clause) GROUP BY form, variable
          """, arguments: arguments)
      var found: [NumberSource: Int] = [:]
      for row in rows {
        found[NumberSource(try row.value("form"), try row.value("variable"))] = try row.count("days")
      }
      return found
    }
  }

  /// The first day with a number, of these or of any.
  package func firstDayWithNumbers(_ sources: [NumberSource] = []) throws(VaultError) -> Day? {
    try read { db in
      let clause = sources.isEmpty ? "1" : Self.clause(sources)
      let row = try Row.fetchOne(
        db, sql: "SELECT day FROM number WHERE \(clause) ORDER BY day LIMIT 1", arguments: Self.arguments(sources))
      return try row?.day("day")
    }
  }

  /// The mean of each day that has a number, oldest first.
  package func daily(_ sources: [NumberSource], in days: ClosedRange<Day>? = nil) throws(VaultError) -> [DayValue] {
    guard !sources.isEmpty else { return [] }
    return try read { db in
      let (clause, arguments) = Self.clause(days, "day")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT day, avg(value) AS value, count(*) AS count FROM number
          WHERE \(Self.clause(sources)) AND \(clause) GROUP BY day ORDER BY day
          """, arguments: Self.arguments(sources) + arguments
      ).map { DayValue(try $0.day("day"), try $0.value("value"), count: try $0.count("count")) }
    }
  }

  /// The numbers of each part of the day. Entries that were written on another day have no part.
  package func byPart(
    _ sources: [NumberSource], in days: ClosedRange<Day>
  ) throws(VaultError) -> [PartOfDay: [Double]] {
    guard !sources.isEmpty else { return [:] }
    return try read { db in
      let (clause, arguments) = Self.clause(days, "n.day")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.part AS part, n.value AS value FROM number n JOIN entry e ON e.n = n.entry
          JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE \(Self.clause(sources, "n.")) AND \(clause)
          """, arguments: Self.arguments(sources) + arguments)
      var found: [PartOfDay: [Double]] = [:]
      for row in rows {
        guard let part = (try row.optional("part") as String?).flatMap(PartOfDay.init) else { continue }
        found[part, default: []].append(try row.value("value"))
      }
      return found
    }
  }

  /// The highest that a day's answers stand for, oldest first.
  package func daily(
    choice sources: [ChoiceSource], in days: ClosedRange<Day>? = nil
  ) throws(VaultError) -> [DayValue] {
    try read { db in
      var found: [Day: DayValue] = [:]
      for source in sources {
        let (clause, arguments) = Self.clause(days, "e.day")
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT e.day AS day, json_extract(r.answers, ?) AS code
            FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
            WHERE e.form = ? AND e.status = 'final' AND json_valid(r.answers) AND \(clause)
            """, arguments: ["$.\"\(source.question)\"", source.form] + arguments)
        for row in rows {
          guard let code = try? row.optional("code") as String?, let value = source.values[code] else { continue }
          let day = try row.day("day")
          let before = found[day]
          found[day] = DayValue(day, max(before?.value ?? value, value), count: (before?.count ?? 0) + 1)
        }
      }
      return found.values.sorted { $0.day < $1.day }
    }
  }

  /// The newest wording of each of these forms.
  package func newestForms(_ ids: Set<String>) throws(VaultError) -> [Form] {
    try read { db in
      // SQLite takes the other columns from the row that has the highest number.
      let newest = try Row.fetchAll(
        db, sql: "SELECT form, max(n) AS n, revision FROM entry WHERE status = 'final' GROUP BY form")
      return try newest.compactMap { row in
        guard ids.contains(try row.value("form")) else { return nil }
        let hash = try String.fetchOne(
          db, sql: "SELECT wording FROM revision WHERE entry = ? AND revision = ?",
          arguments: [try row.value("n") as Int64, try row.value("revision") as Int64])
        return try hash.map { try wording($0, in: db) }
      }
    }
  }

  private static func clause(_ days: ClosedRange<Day>?, _ column: String) -> (String, StatementArguments) {
    guard let days else { return ("1", []) }
    return ("\(column) BETWEEN ? AND ?", [days.lowerBound.daysSince1970, days.upperBound.daysSince1970])
  }

  private static func clause(_ sources: [NumberSource], _ table: String = "") -> String {
    "(" + sources.map { _ in "(\(table)form = ? AND \(table)variable = ?)" }.joined(separator: " OR ") + ")"
  }

  private static func arguments(_ sources: [NumberSource]) -> StatementArguments {
    StatementArguments(sources.flatMap { [$0.form, $0.variable] })
  }
}
