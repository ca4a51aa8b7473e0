import Forms
import Journal
import Terminal
import Vault

/// What a person wanted to look at again by today. It stays for two weeks, then it is let go without a word.
package struct DueItems {
  let session: Session
  private static let daysKept = 14

  package init(session: Session) { self.session = session }

  package func all() throws(Departure) -> [Reminder] {
    let today = session.world.clock.now().day
    return try session.inJournal { (store) throws(VaultError) in
      try store.reminders(due: today.adding(days: -Self.daysKept)...today)
    }
  }

  package func line(for reminder: Reminder) throws(Departure) -> String {
    let today = session.world.clock.now().day
    guard let (entry, form) = try entry(of: reminder) else { return reminder.say }
    return "\(reminder.say) (\(form.title), \(Dates.words(entry.day, today: today)), \(entry.id.short))"
  }

  /// Shows the entry, and opens what belongs to it.
  package func open(_ reminder: Reminder) throws(Departure) {
    guard let (entry, form) = try entry(of: reminder) else { return }
    let today = session.world.clock.now().day
    session.console.show(EntryText.blocks(for: entry, form: form, today: today))
    guard let id = reminder.opens else { return }
    let desk = FormDesk(session: session)
    let links = [Link(name: reminder.link ?? "follows", entry: entry.id)]
    try desk.fill(try desk.form(id), day: today, links: links)
  }

  private func entry(of reminder: Reminder) throws(Departure) -> (Entry, Form)? {
    try session.inJournal { (store) throws(VaultError) in
      guard let entry = try store.entry(reminder.entry) else { return nil }
      return (entry, try store.form(of: entry))
    }
  }
}
