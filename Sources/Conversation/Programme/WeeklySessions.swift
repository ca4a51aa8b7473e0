import Forms
import Journal
import Terminal
import Vault

/// A session that comes back each week is written down once, and copied for as many weeks as the person says.
struct WeeklySessions {
  let session: Session
  private static let mostWeeks = 26

  func offer(_ entry: Entry, form: Form) throws(Departure) {
    let today = session.world.clock.now().day
    guard session.console.isInteractive, let first = entry.date("day"), first >= today,
      entry.code("outcome") == "planned" || entry.code("outcome") == nil
    else { return }
    session.show(
      .text("Does it come back each week? For how many more weeks shall it be written down?"),
      .quiet("A number up to \(Self.mostWeeks). Enter for this one only."))
    let line = Words.bare(try session.ask(Prompt("> ")))
    guard let weeks = Int(line), (1...Self.mostWeeks).contains(weeks) else {
      if !line.isEmpty, line != "0" { session.show(.quiet("It stands for this one day. `schedule` adds more.")) }
      return
    }
    for week in 1...weeks {
      var copy = entry
      copy.id = session.world.newID()
      copy.revision = 1
      copy.recorded = session.world.clock.now()
      copy.answers["day"] = .text(first.adding(days: 7 * week).iso)
      copy.answers["note"] = nil
      let kept = copy
      try session.inJournal { (store) throws(VaultError) in try store.add(kept, form: form) }
    }
    session.show(.text(Rich("Written down, up to \(first.adding(days: 7 * weeks).iso). `schedule` shows them.")))
  }
}
