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

  /// Asks whether to see what is due, and which of it.
  package func offer(_ reminders: [Reminder]) throws(Departure) {
    guard session.console.isInteractive, let first = reminders.first else { return }
    session.show(.blank)
    guard try session.choose(["Open what is due", "Not now"], standard: 1) == 0 else { return }
    guard reminders.count > 1 else { return try open(first) }
    var lines: [String] = []
    for reminder in reminders { lines.append(try line(for: reminder)) }
    try open(reminders[try session.choose(lines)])
  }

  /// Shows the entry, then what can be done with it.
  package func open(_ reminder: Reminder) throws(Departure) {
    guard let (entry, form) = try entry(of: reminder) else { return }
    // A plan has its own page, with "still right".
    if let kind = PlanKind(form: entry.form.id), reminder.opens == nil {
      return try PlanDesk(session: session).open(kind)
    }
    let today = session.world.clock.now().day
    session.console.show(EntryText.blocks(for: entry, form: form, today: today))
    session.show(.blank, .text(Rich(reminder.say)))
    let next = reminder.opens.flatMap { try? FormDesk(session: session).form($0) }
    let first = next.map { "Go on to: \($0.title)" } ?? "Done"
    switch try session.choose([first, "Not now", "Take it away"], standard: next == nil ? 1 : 0) {
    case 0:
      guard let next else { return try keep(.done, of: reminder) }
      try FormDesk(session: session).fill(next, day: today, links: entry.leading(reminder.link ?? Reminder.usualLink))
    case 1: try keep(.notNow, of: reminder)
    default: try keep(.takenAway, of: reminder)
    }
  }

  /// What an entry says was done; nil for what was put off or taken away.
  package static func ticked(_ entry: Entry) -> String? {
    guard entry.answers["end"] == .text(ReminderEnd.done.rawValue), case .text(let say)? = entry.answers["say"] else {
      return nil
    }
    return say
  }

  private func keep(_ end: ReminderEnd, of reminder: Reminder) throws(Departure) {
    let now = session.world.clock.now()
    let form = ReminderEnd.form
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: now.day, part: now.part, recorded: now,
      answers: end.answers(say: reminder.say, due: reminder.due),
      links: [Link(name: ReminderEnd.link, entry: reminder.entry)])
    try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: form) }
    let sentence =
      switch end {
      case .done: "Ticked off. `undo` takes it back."
      case .notNow: "It comes back tomorrow. `undo` brings it back now."
      case .takenAway: "Taken away. `undo` brings it back."
      }
    session.show(.text(Rich(sentence)))
  }

  private func entry(of reminder: Reminder) throws(Departure) -> (Entry, Form)? {
    try session.inJournal { (store) throws(VaultError) in
      guard let entry = try store.entry(reminder.entry) else { return nil }
      return (entry, try store.form(of: entry))
    }
  }
}
