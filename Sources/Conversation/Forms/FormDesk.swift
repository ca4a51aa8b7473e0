import Forms
import Journal
import Library
import Terminal
import Vault

/// Where commands get forms filled in: finds the form, leads through it, keeps the entry, says so.
package struct FormDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  package func form(_ id: String) throws(Departure) -> Form {
    let found: Form?
    do {
      found = try session.world.library.form(id)
    } catch {
      throw .failed(Failure(error.message, safe: "Your journal is not touched.", code: 65))
    }
    guard let found else {
      throw .failed(
        Failure(
          "There is no exercise named \(id) here.", safe: "Your journal is not touched. `crisis` works.",
          next: "`practice` lists what there is.", code: session.world.library.forms().isEmpty ? 69 : 66))
    }
    return found
  }

  package func fill(_ form: Form, day: Day, links: [Link] = []) throws(Departure) {
    if try goesOnWithDraft(of: form, day: day, links: links) { return }
    var runner = FormRunner(session: session, form: form, day: day, links: links)
    try AfterEntry(session: session).say(try runner.run(), form: form)
  }

  /// Offers what was begun; true when the person went on with it. No day: whenever it was begun, as with a plan.
  func goesOnWithDraft(of form: Form, day: Day?, links: [Link] = []) throws(Departure) -> Bool {
    guard let begun = try draft(of: form, day: day, links: links) else { return false }
    session.show(.text("You began this one, and it is not finished."))
    guard try session.choose(["Go on with it", "Start a new one"], standard: 0) == 0 else { return false }
    try DraftOffer(session: session).resume(begun)
    return true
  }

  /// What was begun for that day, or, with links, beside those entries.
  private func draft(of form: Form, day: Day?, links: [Link]) throws(Departure) -> Draft? {
    guard session.console.isInteractive else { return nil }
    return try session.inJournal { (store) throws(VaultError) in
      try store.drafts().first { draft in
        guard draft.walk.form == form.id, draft.edits == nil else { return false }
        guard let day else { return true }
        return links.isEmpty ? draft.day == day : draft.links == links
      }
    }
  }

  /// Keeps an entry whose answers are all given, without a draft.
  package func keep(_ response: [String: Answer], form: Form, day: Day) throws(Departure) {
    let now = session.world.clock.now()
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: day, part: day == now.day ? now.part : nil,
      recorded: now, answers: response)
    try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: form) }
    let words = form.allQuestions.compactMap { question in response[question.id]?.ownWords(to: question) }
    try AfterEntry(session: session).say(entry, form: form, words: words.joined(separator: "\n"))
  }
}
