import Forms
import Journal
import Terminal
import Vault

/// Offers what was begun and not finished, without reproach.
package struct DraftOffer {
  let session: Session

  package init(session: Session) { self.session = session }

  /// Where a draft stands, in a line: `Thought record, from Tuesday, at "What happened?"`.
  package func line(for draft: Draft, form: Form) -> String {
    let today = session.world.clock.now().day
    let begun = "\(form.title), from \(Dates.words(draft.updated.day, today: today))"
    guard let step = draft.walk.current(in: form) else { return begun + ", ready to keep" }
    let ask = form.fill(step.question.ask, step: step, answers: draft.walk.answers)
    return begun + (ask.isEmpty ? "" : ", at \"\(ask)\"")
  }

  /// Asks about the newest draft. Goes on with it when the person wants to.
  package func offer() throws(Departure) {
    let drafts = try session.inJournal { (store) throws(VaultError) in try store.drafts() }
    guard session.console.isInteractive, let newest = drafts.first else { return }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: newest) }
    session.show(.text("You have something open:"), .bullet(Rich(line(for: newest, form: form))))
    if drafts.count > 1 { session.show(.quiet(Rich("And \(drafts.count - 1) more; `resume` lists them."))) }
    switch try session.choose(["Go on with it", "Later", "Set it aside"], standard: 1) {
    case 0: try resume(newest)
    case 1: session.show(.quiet("It waits. `resume` goes on with it."))
    default: try setAside(newest)
    }
  }

  package func setAside(_ draft: Draft) throws(Departure) {
    let now = session.world.clock.now()
    try session.inJournal { (store) throws(VaultError) in try store.setAside(draft.id, at: now) }
    session.show(.quiet("Set aside. `undo` brings it back."))
  }

  /// Goes on at the draft's question, with the form as it was worded when the draft was begun.
  package func resume(_ draft: Draft) throws(Departure) {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
    if let now = try? session.world.library.form(draft.walk.form), now.version != form.version {
      session.show(.quiet(Rich(Self.changed(from: form, to: now))))
    }
    var runner = FormRunner(session: session, form: form, resuming: draft)
    let entry = try runner.run()
    try AfterEntry(session: session).say(entry, form: form, edited: draft.edits != nil)
  }

  /// What is different in a newer version, in a sentence or two. The draft goes on with the version it was begun on.
  static func changed(from old: Form, to new: Form) -> String {
    let (before, after) = (Set(old.allQuestions.map(\.id)), Set(new.allQuestions.map(\.id)))
    let added = new.allQuestions.filter { !before.contains($0.id) && !$0.ask.isEmpty }.map { "\"\($0.ask)\"" }
    let gone = old.allQuestions.filter { !after.contains($0.id) && !$0.ask.isEmpty }.map { "\"\($0.ask)\"" }
    var parts = [
      "This one has changed since you began. You go on with the version you began, and all you wrote is here."
    ]
    if !added.isEmpty { parts.append("The new one also asks \(added.prefix(3).joined(separator: ", ")).") }
    if !gone.isEmpty { parts.append("It no longer asks \(gone.prefix(3).joined(separator: ", ")).") }
    return parts.joined(separator: " ")
  }
}
