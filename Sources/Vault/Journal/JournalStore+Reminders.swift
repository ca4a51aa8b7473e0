import Forms
import GRDB
import Journal

/// Something a person wanted to look at on a day, from an entry that stands.
package struct Reminder: Equatable, Sendable {
  package var entry: ULID
  package var due: Day
  package var say: String
  /// The form to open, and the name of the link from it back to the entry.
  package var opens: String?
  package var link: String?
  /// The name of the link where the form gives none.
  package static let usualLink = "follows"
}

extension JournalStore {
  /// What is due on these days, oldest first. Left out is what an entry linked under its name has followed since, and
  /// what the person has ticked off; what was put off comes back after the last of these days.
  package func reminders(due days: ClosedRange<Day>) throws(VaultError) -> [Reminder] {
    try read { db in
      let ends = try self.ends(since: days.lowerBound, in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, m.due, m.say, m.opens, m.link FROM reminder m JOIN entry e ON e.n = m.entry
          WHERE e.status = 'final' AND m.due BETWEEN ? AND ? AND (m.opens IS NULL AND m.link IS NULL OR NOT EXISTS (
            SELECT 1 FROM revision r JOIN entry l ON l.n = r.entry AND l.revision = r.revision
            WHERE l.status = 'final' AND l.day >= m.due AND r.links <> '[]'
              AND instr(r.links, '{"entry":"' || e.id || '","name":"' || COALESCE(m.link, ?) || '"') > 0))
          ORDER BY m.due, m.entry
          """, arguments: [days.lowerBound.daysSince1970, days.upperBound.daysSince1970, Reminder.usualLink]
      ).compactMap { row in
        guard let id = ULID(try row.value("id") as String) else { return nil }
        let reminder = Reminder(
          entry: id, due: try row.day("due"), say: try row.value("say"), opens: try row.optional("opens"),
          link: try row.optional("link"))
        let isOver = ends.contains { end in
          end.links.contains { $0.entry == id }
            && ReminderEnd.ends(
              end.answers, given: end.day, say: reminder.say, due: reminder.due, today: days.upperBound)
        }
        return isOver ? nil : reminder
      }
    }
  }

  /// What was ticked off from this day on.
  private func ends(since day: Day, in db: Database) throws -> [Entry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.*, e.form, e.id FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
        WHERE e.form = ? AND e.status = 'final' AND e.day >= ?
        """, arguments: [ReminderEnd.form.id, day.daysSince1970]
    ).map(Stored.entry)
  }

  /// Notes the days that a form's reminders fall on.
  func remind(of entry: Entry, n: Int64, form: Form, in db: Database) throws {
    for offer in form.offers(after: entry.answers) {
      guard case .remind(let question, let opens, let link) = offer.step,
        case .text(let text)? = form.answer(to: question, in: entry.answers), let due = Day(iso: text)
      else { continue }
      try db.execute(
        sql: "INSERT OR IGNORE INTO reminder (due, entry, say, opens, link) VALUES (?, ?, ?, ?, ?)",
        arguments: [due.daysSince1970, n, offer.say, opens, link])
    }
  }
}
