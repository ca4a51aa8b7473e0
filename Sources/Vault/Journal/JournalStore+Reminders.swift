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
}

extension JournalStore {
  /// What is due on these days, oldest first; what an entry linked under its name answered since is left out.
  package func reminders(due days: ClosedRange<Day>) throws(VaultError) -> [Reminder] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, m.due, m.say, m.opens, m.link FROM reminder m JOIN entry e ON e.n = m.entry
          WHERE e.status = 'final' AND m.due BETWEEN ? AND ? AND NOT EXISTS (
            SELECT 1 FROM revision r JOIN entry l ON l.n = r.entry AND l.revision = r.revision
            WHERE l.status = 'final' AND l.day >= m.due AND r.links <> '[]'
              AND instr(r.links, '{"entry":"' || e.id || '","name":"' || COALESCE(m.link || '"', '')) > 0)
          ORDER BY m.due, m.entry
          """, arguments: [days.lowerBound.daysSince1970, days.upperBound.daysSince1970]
      ).compactMap { row in
        guard let id = ULID(row["id"]) else { return nil }
        return Reminder(
          entry: id, due: Day(daysSince1970: row["due"]), say: row["say"], opens: row["opens"], link: row["link"])
      }
    }
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
