import Forms
import Journal
import Terminal
import Vault

/// A sentence typed at the menu is never corrected: it is kept, and answered with three ways on.
package struct KeptSentence {
  let session: Session

  package init(session: Session) { self.session = session }

  package func answer(_ sentence: String) throws(Departure) {
    var draft = try keep(sentence)
    session.show(.alert("In danger, or thinking of suicide? Type crisis."))
    session.show(
      .text(
        draft == nil
          ? "Your journal is locked, so this stands only on the screen so far. Write it down opens the journal."
          : "I have kept that."))
    // The plan joins the three ways on; Enter goes to the menu then.
    let isHeavy = draft.map { WorryOffer(session: session).isHeavy(sentence, entry: $0.id, kind: .log) } ?? false
    if isHeavy { session.show(.text(Rich(WorryOffer.question))) }
    let ways = ["Help now", "Write this down", "Menu"] + (isHeavy ? ["My emergency plan"] : [])
    switch try session.choose(ways, standard: isHeavy ? 2 : nil) {
    case 0: try CrisisScreen(session: session).run()
    case 1:
      if draft == nil {
        _ = try session.journal()
        draft = try keep(sentence)
      }
      if let draft { try DraftOffer(session: session).resume(draft) }
    case 3: try WorryOffer(session: session).showPlan()
    default:
      if isHeavy { session.worry.decline() }
      if draft != nil { session.show(.quiet("What you wrote waits under `resume`.")) }
    }
  }

  /// Stores the sentence as a note that is begun; nil while the journal is locked.
  private func keep(_ sentence: String) throws(Departure) -> Draft? {
    guard session.isUnlocked else { return nil }
    let form = try FormDesk(session: session).form("note")
    let now = session.world.clock.now()
    var draft = Draft(id: session.world.newID(), walk: Walk(form), day: now.day, started: now, updated: now)
    draft.walk.lines = [sentence]
    let kept = draft
    try session.inJournal { (store) throws(VaultError) in try store.keep(kept, form: form) }
    return draft
  }
}
