import Forms
import Journal
import Terminal
import Vault

/// `plan days`: how many days were noted as kept. A total that never falls; a run is told only when asked for.
package struct DaysKept {
  let session: Session

  package init(session: Session) { self.session = session }

  package func show() throws(Departure) {
    let entries = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: "mood")) + store.entries(EntryFilter(form: "diary-card"))
    }
    let today = session.world.clock.now().day
    let days = KeptDays(entries, before: today)
    guard let first = days.first else {
      return session.console.show(
        [.text("No day is noted yet. `mood` and `diary` ask about use, if you want them to.")], to: .result)
    }
    session.console.show(
      [
        .text(
          Rich("Days you noted without use, up to yesterday: \(days.total), since \(Dates.words(first, today: today)).")
        ),
        .quiet("Every one of them stays yours. A day with use takes none of them away."),
      ], to: .result)
    guard session.console.isInteractive else { return }
    if try session.choose(["That is enough", "Tell me the days in a row as well"], standard: 0) == 1 {
      session.show(.text(Rich("In a row, up to the last day you noted: \(days.run).")))
    }
  }
}
