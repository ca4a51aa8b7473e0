import Forms
import GRDB

/// A version of an entry, and when it first came here, in milliseconds.
package struct ArrivedLine: Equatable, Sendable {
  package var line: CaseloadLine
  package var at: Int64
}

/// A log that was taken in, as far as a page tells of it.
package struct PageLog: Equatable, Sendable {
  package var n: Int64
  package var days: ClosedRange<Day>
  /// The manifest without its forms.
  package var head: String
}

/// Something that was given to a person.
package struct GivenItem: Equatable, Sendable {
  package var item: String
  package var kind: String
  /// JSON.
  package var body: String
  /// In milliseconds.
  package var at: Int64

  package init(item: String, kind: String, body: String, at: Int64) {
    self.item = item
    self.kind = kind
    self.body = body
    self.at = at
  }
}

extension CaseloadStore {
  /// Forms that a page tells of over a longer time, besides measures.
  private static let kept = ["goal", "homework", "homework-done", "session", "module-mark"]

  /// What a person shared over a longer time: scores, goals, homework and sessions. Oldest day first.
  package func history(of participant: Int64, days: ClosedRange<Day>) throws(VaultError) -> [CaseloadLine] {
    try read { db in
      // Which of this person's forms are measures is read off the forms of their logs, each once.
      try Row.fetchAll(
        db,
        sql: """
          WITH measure AS MATERIALIZED (
            SELECT n FROM log_form WHERE n IN (
              SELECT e.value FROM log_file f, json_each(f.forms) e WHERE f.participant = ?1 AND f.last_day >= ?2)
            AND instr(body, '"kind":"measure"') > 0)
          SELECT * FROM line WHERE participant = ?1 AND day BETWEEN ?2 AND ?3 AND state = 1
            AND (form IN (\(Self.kept.map { "'\($0)'" }.joined(separator: ", "))) OR log_form IN measure)
          ORDER BY day, name, digest
          """,
        arguments: [participant, days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
      ).compactMap(CaseloadLine.init)
    }
  }

  /// Every version that is shown of a person's entries of these days, with the others of what is disputed.
  package func arrived(of participant: Int64, days: ClosedRange<Day>) throws(VaultError) -> [ArrivedLine] {
    try read { db in try Self.arrived(of: participant, days: days, db) }
  }

  static func arrived(of participant: Int64, days: ClosedRange<Day>, _ db: Database) throws -> [ArrivedLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT line.*, (SELECT min(f.imported) FROM log_line x JOIN log_file f ON f.n = x.file WHERE x.line = line.n)
          AS arrived
        FROM line WHERE participant = ? AND day BETWEEN ? AND ? AND state IN (1, 3, 4) ORDER BY day, name, digest
        """, arguments: [participant, days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
    ).compactMap { row in
      CaseloadLine(row).map { ArrivedLine(line: $0, at: row["arrived"] as Int64? ?? 0) }
    }
  }

  /// Logs of a person, the newest day first; all, or those about any of these days.
  package func pageLogs(of participant: Int64) throws(VaultError) -> [PageLog] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT n, first_day, last_day, head FROM log_file WHERE participant = ?
          ORDER BY last_day DESC, created DESC, n DESC
          """, arguments: [participant]
      ).compactMap { row in Self.range(row).map { PageLog(n: row["n"], days: $0, head: row["head"]) } }
    }
  }

  /// The logs that held each of these lines, by when they were made, in milliseconds.
  package func made(_ lines: [Int64]) throws(VaultError) -> [Int64: [Int64]] {
    try read { db in
      var made: [Int64: [Int64]] = [:]
      let statement = try db.cachedStatement(
        sql: "SELECT f.created FROM log_line x JOIN log_file f ON f.n = x.file WHERE x.line = ? ORDER BY f.created")
      for n in lines { made[n] = try Int64.fetchAll(statement, arguments: [n]) }
      return made
    }
  }

  /// Descriptions of forms, by number.
  package func logForms(_ numbers: Set<Int64>) throws(VaultError) -> [Int64: String] {
    try read { db in try Self.logForms(numbers, db) }
  }

  /// What was given to a person, the newest first.
  package func given(to participant: Int64) throws(VaultError) -> [GivenItem] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT item, kind, body, at FROM assigned WHERE participant = ? ORDER BY n DESC",
        arguments: [participant]
      ).map { GivenItem(item: $0["item"], kind: $0["kind"], body: $0["body"], at: $0["at"]) }
    }
  }
}
