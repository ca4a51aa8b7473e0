import Forms
import GRDB

/// A version of an entry, and when it first came here, in milliseconds.
package struct ArrivedLine: Equatable, Sendable {
  package var line: CaseloadLine
  package var at: Int64
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
  /// Several looks at the caseload as it stands at one moment.
  package func look<T>(_ body: (CaseloadReader) throws(VaultError) -> T) throws(VaultError) -> T {
    try read { db in try body(CaseloadReader(db)) }
  }

  package func given(to participant: Int64) throws(VaultError) -> [GivenItem] {
    try look { (reader) throws(VaultError) in try reader.given(to: participant) }
  }

  package func arrived(of participant: Int64, days: ClosedRange<Day>) throws(VaultError) -> [ArrivedLine] {
    try look { (reader) throws(VaultError) in try reader.arrived(of: participant, days: days) }
  }

  package func logForms(_ numbers: Set<Int64>) throws(VaultError) -> [Int64: String] {
    try look { (reader) throws(VaultError) in try reader.logForms(numbers) }
  }
}

extension CaseloadReader {
  /// Forms that a page tells of over a longer time, besides measures.
  private static let kept = ["goal", "homework", "homework-done", "session", "module-mark"]

  /// What a person shared over a longer time: scores, goals, homework and sessions. Oldest day first.
  package func history(of participant: Int64, days: ClosedRange<Day>) throws(VaultError) -> [CaseloadLine] {
    try reading {
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
    try reading {
      try Row.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT line.*, (SELECT min(f.imported) FROM log_line x JOIN log_file f ON f.n = x.file WHERE x.line = line.n)
              AS arrived
            FROM line WHERE participant = ? AND day BETWEEN ? AND ? AND state IN (1, 3, 4)
            ORDER BY day, name, state, digest
            """), arguments: [participant, days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
      ).compactMap { row in
        CaseloadLine(row).map { ArrivedLine(line: $0, at: row["arrived"] as Int64? ?? 0) }
      }
    }
  }

  /// The logs that held each of these lines, by when they were made, in milliseconds.
  package func made(_ lines: [Int64]) throws(VaultError) -> [Int64: [Int64]] {
    try reading {
      var made: [Int64: [Int64]] = [:]
      let statement = try db.cachedStatement(
        sql: "SELECT f.created FROM log_line x JOIN log_file f ON f.n = x.file WHERE x.line = ? ORDER BY f.created")
      for n in lines { made[n] = try Int64.fetchAll(statement, arguments: [n]) }
      return made
    }
  }

  /// Descriptions of forms, by number.
  package func logForms(_ numbers: Set<Int64>) throws(VaultError) -> [Int64: String] {
    var forms: [Int64: String] = [:]
    for n in numbers { forms[n] = try logForm(n) }
    return forms
  }

  /// What was given to a person, the newest first.
  package func given(to participant: Int64) throws(VaultError) -> [GivenItem] {
    try reading {
      try Row.fetchAll(
        db, sql: "SELECT item, kind, body, at FROM assigned WHERE participant = ? ORDER BY n DESC",
        arguments: [participant]
      ).map { GivenItem(item: $0["item"], kind: $0["kind"], body: $0["body"], at: $0["at"]) }
    }
  }
}
