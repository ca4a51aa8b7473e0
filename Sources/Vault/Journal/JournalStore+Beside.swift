import GRDB
import Journal

extension JournalStore {
  /// What was noted day by day of mood, sleep, movement, company and practice, and which days are left out.
  package func besideDays() throws(VaultError) -> Beside.Days {
    try read { db in
      var days = Beside.Days()
      days.mood = try byDay(
        "SELECT day, avg(value) FROM number WHERE form = 'mood' AND variable = 'mood' GROUP BY day", db)
      days.sleep = try byDay(
        """
        SELECT day, avg(value) FROM (
          SELECT day, value FROM number WHERE form = 'mood' AND variable = 'sleep'
          UNION ALL SELECT day, value FROM number WHERE form = 'diary-card' AND variable = 'sleep'
          UNION ALL SELECT day, value FROM number WHERE form = 'sleep-diary' AND variable = 'slept') GROUP BY day
        """, db)
      for (variable, place) in [("moved", \Beside.Days.movement), ("company", \.company)] {
        let sql = "SELECT day, max(value) FROM number WHERE form = 'mood' AND variable = '\(variable)' GROUP BY day"
        days[keyPath: place] = try byDay(sql, db).mapValues { $0 > 0 }
      }
      days.practice = try practiceDays(db)
      days.leftOut = Set(try actedOn(db).map(\.day))
      return days
    }
  }

  private func byDay(_ sql: String, _ db: Database) throws -> [Int: Double] {
    var values: [Int: Double] = [:]
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { values[try row.day(at: 0).daysSince1970] = try row.at(1) }
    return values
  }

  /// Days with an exercise, but for those that look back at something acted on or are agreed with a clinician.
  private func practiceDays(_ db: Database) throws -> Set<Int> {
    Set(
      try Int.fetchAll(
        db,
        sql: """
          SELECT DISTINCT day FROM entry WHERE status = 'final' AND form IN (
            SELECT form FROM wording WHERE instr(body, '"kind":"exercise"') > 0
              AND instr(body, '"gate":"safe-now"') = 0 AND instr(body, '"gate":"agreed"') = 0)
          """))
  }
}
