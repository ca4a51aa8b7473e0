import ArgumentParser
import Conversation
import Forms
import Journal
import Terminal
import Vault

/// `today`: what is open today, and one suggestion.
struct Today: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "today", abstract: "What is open today.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let today = session.world.clock.now().day
    let (entries, drafts) = try session.inJournal { (store) throws(VaultError) in
      (try store.entries(EntryFilter(days: today...today)), try store.drafts())
    }
    var blocks: [Block] = [.title(Rich("Today, \(today.weekday.word.capitalized)"))]
    let moods = entries.filter { $0.form.id == "mood" }.compactMap { $0.answers["mood"]?.size }.map(Form.plain)
    blocks.append(
      .pair("Check-in", Rich(moods.isEmpty ? "not yet (`mood`)" : "mood \(moods.reversed().joined(separator: ", "))")))
    for entry in entries where entry.form.id != "mood" {
      if entry.form.id == ReminderEnd.form.id {
        if let said = DueItems.ticked(entry) { blocks.append(.pair("Done", Rich("\(said) (\(entry.id.short))"))) }
        continue
      }
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      blocks.append(.pair("Done", Rich("\(form.title) (\(entry.id.short))")))
    }
    for draft in drafts {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      blocks.append(.pair("Open", Rich(DraftOffer(session: session).line(for: draft, form: form))))
    }
    let due = DueItems(session: session)
    let reminders = try due.all()
    for reminder in reminders { blocks.append(.pair("Due", Rich(try due.line(for: reminder)))) }
    let suggestion =
      if !drafts.isEmpty { "`resume` goes on with what is open." } else if moods.isEmpty {
        "One number is enough: `mood 5`."
      } else { "`practice` lists short exercises, `learn` has something to read." }
    blocks.append(.quiet(Rich(suggestion)))
    session.console.show(blocks, to: .result)
    try due.offer(reminders)
  }
}
