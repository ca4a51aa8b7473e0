import ArgumentParser
import Conversation
import Forms
import Journal
import Terminal
import Vault

/// `today`: what is open today, and one suggestion.
struct Today: SessionCommand {
  static let configuration = CommandConfiguration(abstract: "What is open today.")

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
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      blocks.append(.pair("Done", Rich("\(form.title) (\(entry.id.short))")))
    }
    for draft in drafts {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      blocks.append(.pair("Open", Rich(DraftOffer(session: session).line(for: draft, form: form))))
    }
    for reminder in try reminders(in: session, today: today) { blocks.append(.pair("Due", Rich(reminder))) }
    let suggestion =
      if !drafts.isEmpty { "`resume` goes on with what is open." } else if moods.isEmpty {
        "One number is enough: `mood 5`."
      } else { "`practice` lists short exercises, `learn` has something to read." }
    blocks.append(.quiet(Rich(suggestion)))
    session.console.show(blocks, to: .result)
  }

  /// Dates that a person set for looking at something again, up to today, of the last 60 days.
  private func reminders(in session: Session, today: Day) throws(Departure) -> [String] {
    let recent = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(days: today.adding(days: -60)...today))
    }
    var lines: [String] = []
    for entry in recent {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      for offer in form.offers {
        guard case .remind(let question) = offer.step, case .text(let text)? = entry.answers[question],
          let day = Day(iso: text), day <= today, day >= today.adding(days: -14)
        else { continue }
        lines.append("\(offer.say) \(form.title), \(Dates.words(entry.day, today: today)) (\(entry.id.short))")
      }
    }
    return lines
  }
}
