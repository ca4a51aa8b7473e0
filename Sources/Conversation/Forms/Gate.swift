import Forms
import Terminal
import Vault

/// The safety questions before a form that could harm. Unsure is unsafe.
struct Gate {
  let session: Session

  /// Returns when the form may open; anything but a clear yes leads to help, and the form waits.
  func pass(_ form: Form) throws(Departure) {
    switch form.gate {
    case nil: return
    case .safeNow: try safeNow()
    case .body: try body(form)
    case .agreed: try agreed(form)
    }
  }

  private func safeNow() throws(Departure) {
    session.show(.text("First: are you hurt, or did you take something?"))
    let unhurt = try session.choose(["No", "Yes, or not sure"]) == 0
    if unhurt {
      session.show(.text("Are you safe for the next hour?"))
      if try session.choose(["Yes", "No, or not sure"]) == 0 { return }
    }
    CrisisScreen(session: session).show()
    session.show(.quiet("The exercise can wait. It is here when you are safe."))
    throw .paused
  }

  /// Cold and hard exercise: only after a clear no to every caution. When distress is high nobody is questioned about
  /// the body; the safe parts are offered instead.
  private func body(_ form: Form) throws(Departure) {
    var answer = try BodyQuestions(session: session).answer()
    if answer == nil {
      session.show(.text("Are you fairly calm right now? This one asks about your body first."))
      if try session.choose(["Yes", "No, or not sure"], standard: 1) == 0 {
        answer = try BodyQuestions(session: session).ask()
      }
    }
    guard answer != .clear else { return }
    session.show(
      .text(
        Rich(
          "\(form.title) stays closed for now. `practice paced-breathing` and `practice paired-muscle-relaxation` are open."
        )))
    throw .paused
  }

  /// What is planned with a clinician opens with the agreement: with whom, and when.
  private func agreed(_ form: Form) throws(Departure) {
    try safeNow()
    let key = "agreed-\(form.id)"
    let today = session.world.clock.now().day
    if let kept = try session.inJournal({ (store) throws(VaultError) in try store.memory(key) }) {
      session.show(.quiet(Rich("Agreed with \(String(decoding: kept, as: UTF8.self)).")))
      return
    }
    session.show(
      .text("This one is planned with a clinician, and only then. With whom did you agree on it?"),
      .quiet("Enter on an empty line leaves it closed."))
    let name = try session.ask(Prompt("With: ")).trimmed
    guard !name.isEmpty else { throw .paused }
    session.show(.text("On which day did you agree? (today, mon, 2026-11-20)"))
    let line = try session.ask(Prompt("Day: "))
    guard let day = Day(words: line, today: today, toward: .past), day <= today else {
      session.show(.text("That is not a day I can read, so it stays closed for now. Nothing is lost."))
      throw .paused
    }
    let kept = Array("\(name), \(day.iso)".utf8)
    try session.inJournal { (store) throws(VaultError) in try store.remember(key, kept) }
  }
}
