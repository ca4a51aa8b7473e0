import Forms
import Journal
import Terminal

/// After anything but a plain no on a question about self-harm: safety first, then the plan and the lines, before the next
/// question and long before a total. A plain no brings nothing: it is not a sign that all is well.
struct SafetyQuestion {
  let session: Session

  /// For an answer that has just been stored.
  func consider(_ answer: Answer, to question: Question, entry: ULID) throws(Departure) {
    guard question.selfHarm == true, question.isAboveZero(answer) else { return }
    try ask(once: entry)
  }

  /// For a draft that is taken up: whoever was interrupted here is asked now.
  func consider(_ draft: Draft, form: Form) throws(Departure) {
    guard !form.selfHarm(in: draft.walk.response(in: form)).isEmpty else { return }
    try ask(once: draft.id)
  }

  private func ask(once entry: ULID) throws(Departure) {
    guard session.safetyAsked.insert(entry).inserted else { return }
    guard session.console.isInteractive else {
      // In a script nobody is asked: the next line would be taken for the answer.
      session.show(.alert("An answer here speaks of harm to yourself, or of dying. Here is whom to call."))
      return CrisisScreen(session: session).show()
    }
    session.show(.blank, .text("Thank you for saying so. Nobody has seen it. Are you safe for the next hour?"))
    // A word such as `back` is no clear yes.
    guard try choose(["Yes", "No, or not sure"], leaving: 1) == 0 else { return try notSafe() }
    session.show(.text("Good that you know. Your plan and the lines are here, also later."))
    switch try choose(["Carry on", "My emergency plan", "Help now"], standard: 0, leaving: 0) {
    case 0: return
    case 1: try WorryOffer(session: session).showPlan()
    default: try CrisisScreen(session: session).run()
    }
  }

  private func notSafe() throws(Departure) {
    CrisisScreen(session: session).show()
    session.show(.blank, .text("What you answered is kept. The questions can wait."))
    switch try choose(["My emergency plan", "Stop here", "Carry on with the questions"], leaving: 1) {
    case 0: try WorryOffer(session: session).showPlan()
    case 1:
      session.show(.quiet("Everything is kept; `resume` goes on from here. Please do not stay alone with it."))
      throw .paused
    default: return
    }
  }

  /// `leaving`: what `back` and the like mean here.
  private func choose(_ labels: [String], standard: Int? = nil, leaving: Int) throws(Departure) -> Int {
    do {
      return try session.choose(labels, standard: standard)
    } catch .paused {
      return leaving
    } catch {
      if session.isShell, error == .interrupted || error == .endOfInput { throw .paused }
      throw error
    }
  }
}
