import Conversation
import Terminal

/// How the shell begins: the first start, or the passphrase and what was left open.
struct Opening {
  let session: Session

  func run() throws(Departure) {
    guard session.console.isInteractive else { return }
    if session.isUnlocked {
      return session.show(.title("Handrail"), .alert("In danger, or thinking of suicide? Type crisis."))
    }
    if session.world.folder.hasVault {
      session.show(.title("Handrail"), .alert("In danger, or thinking of suicide? Type crisis."))
      session.show(.quiet("Enter goes on without opening the journal."))
      _ = try session.journal()
      try DraftOffer(session: session).offer()
      return
    }
    while !session.isUnlocked {
      do throws(Departure) {
        try firstStep()
      } catch {
        guard case .failed(let failure) = error else {
          if error == .paused { continue }
          throw error
        }
        session.show(.text(Rich(failure.sentences)))
      }
    }
  }

  private func firstStep() throws(Departure) {
    switch try FirstStart(session: session).ask() {
    case .help: CrisisScreen(session: session).show()
    case .begin: try NewJournal(session: session).begin()
    case .breatheOrRead:
      if try FirstStart(session: session).breatheOrRead() {
        try Breathing(session: session).lead()
      } else {
        try Reading(session: session).choose()
      }
    }
  }
}
