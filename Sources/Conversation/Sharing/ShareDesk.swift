import Exchange
import Forms
import Journal
import Terminal
import Vault

/// `share`: asks how, what and for which days, shows exactly what goes, and lets it go after a yes.
package struct ShareDesk {
  let session: Session
  let version: String

  package init(session: Session, version: String) {
    self.session = session
    self.version = version
  }

  private var today: Day { session.world.clock.now().day }

  package func run() throws(Departure) {
    let last = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: ShareForm.id, limit: 1)).first
    }
    if let last, session.console.isInteractive {
      let before = try choices(last.answers)
      session.show(.text(Rich("Last time: \(words(before))")))
      switch try session.choose(["The same again", "The same, with another note", "Something else"], standard: 0) {
      case 0: return try preview(before.without(note: before.note != nil), last.answers)
      case 1: return try again(last)
      default: break
      }
    }
    guard let entry = try ask(last: last?.answers ?? [:]) else { return }
    try preview(try choices(entry.answers), entry.answers)
  }

  /// The questions of `ShareForm`, each kept as it is answered.
  private func ask(last: [String: Answer]) throws(Departure) -> Entry? {
    let names = try RecipientDesk(session: session).list().current.map(\.name)
    let form = ShareForm.form(recipients: names, categories: try categories(), last: last)
    var runner = FormRunner(session: session, form: form, day: today)
    return try runner.run()
  }

  /// The last share's answers, with another note: the one question that is asked.
  private func again(_ last: Entry) throws(Departure) {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: last) }
    var answers = last.answers
    answers["note"] = nil
    var runner = FormRunner(session: session, form: form, day: today)
    runner.draft.walk = Walk(form, editing: answers)
    runner.draft.walk.open(["note"], in: form)
    guard let entry = try runner.run() else { return }
    try preview(try choices(entry.answers), entry.answers)
  }

  /// Kinds of which the journal holds anything, so that nobody is asked about the others.
  private func categories() throws(Departure) -> [ShareCategory] {
    let entries = try session.inJournal { (store) throws(VaultError) in try store.entries() }
    var stamps: [String: Entry] = [:]
    for entry in entries where entry.form.id != ShareForm.id { stamps[entry.form.wording] = entry }
    var found: Set<ShareCategory> = []
    for entry in stamps.values {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      found.insert(ShareCategory(form: form))
      for question in form.questions { found.insert(ShareCategory(question: question.id, of: form)) }
    }
    return ShareCategory.allCases.filter(found.contains)
  }

  func choices(_ answers: [String: Answer]) throws(Departure) -> ShareChoices {
    let shares = try session.inJournal { (store) throws(VaultError) in try store.shares() }
    let session = session
    return try ShareChoices(answers, today: today, lastDay: shares.first?.days.upperBound) {
      (line) throws(Departure) in
      let found = try session.inJournal { (store) throws(VaultError) in try store.ids(endingWith: line) }
      guard !found.isEmpty else {
        throw .failed(
          Failure(
            "There is no entry with the letters you want to hold back.", safe: "Nothing was shared.",
            next: "`review` shows the letters of each entry.", code: 66))
      }
      return found
    }
  }

  private func words(_ choices: ShareChoices) -> String {
    let how =
      switch choices.way {
      case .screen: "on this screen"
      case .paper: "on paper, or as text"
      case .sealed: "a sealed file for \(choices.recipient ?? "someone with seven words")"
      }
    let days = choices.consent.days
    return "\(how), \(days.lowerBound.iso) to \(days.upperBound.iso), "
      + (choices.consent.details.isEmpty ? "numbers and a note." : "as you chose for each kind.")
  }

  private func preview(_ choices: ShareChoices, _ answers: [String: Answer]) throws(Departure) {
    let gathered = try ShareGathering(session: session).gather(choices)
    guard !gathered.entries.isEmpty || choices.note != nil else {
      return session.console.show(
        [.text("There is nothing to share from these days."), .quiet("`share` with other days may have something.")],
        to: .result)
    }
    switch choices.way {
    case .screen: try ShareSending(session: session, version: version).show(gathered, choices)
    case .paper: try ShareSending(session: session, version: version).paper(gathered, choices)
    case .sealed: try ShareSending(session: session, version: version).sealed(gathered, choices)
    }
  }
}

extension ShareChoices {
  /// An old note is not said twice.
  fileprivate func without(note: Bool) -> ShareChoices {
    var choices = self
    if note { choices.note = nil }
    return choices
  }
}
