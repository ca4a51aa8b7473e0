import Exchange
import Forms
import Journal
import Terminal
import Vault

/// `share`: asks how, what and for which days, shows exactly what goes, and lets it go after a yes.
package struct ShareDesk {
  let session: Session
  let version: String
  /// Earlier choices that are offered besides the last one.
  private static let mostOffered = 4

  package init(session: Session, version: String) {
    self.session = session
    self.version = version
  }

  private var today: Day { session.world.clock.now().day }

  /// An earlier share: its answers, and what they say today.
  struct Earlier {
    var entry: Entry
    var choices: ShareChoices
  }

  package func run() throws(Departure) {
    let earlier = try earlier()
    if let last = earlier.first, session.console.isInteractive, offer(last.choices),
      let chosen = try choose(earlier)
    {
      return try preview(chosen.choices.withoutNote, after: chosen)
    }
    try askAll(earlier.first)
  }

  /// Whether the last choice may be offered. One that has run out is told, and asked about anew.
  private func offer(_ last: ShareChoices) -> Bool {
    if let expires = last.expires, last.hasExpired(on: today) {
      session.show(
        .text(Rich("You chose what goes until \(expires.iso), and that day has passed. So each question comes again.")))
      return false
    }
    session.show(.text(Rich("Last time: \(words(last))")))
    return true
  }

  /// The last share, straight away; with several readers the person says which. Nil: something else.
  private func choose(_ earlier: [Earlier]) throws(Departure) -> Earlier? {
    let others = earlier.dropFirst().filter { !$0.choices.hasExpired(on: today) }
    if others.isEmpty { return earlier[0] }
    let labels = ["The same again"] + others.map { "As before: \(words($0.choices))" } + ["Something else"]
    let chosen = try session.choose(labels, standard: 0)
    return chosen == 0 ? earlier[0] : chosen == labels.count - 1 ? nil : others[others.startIndex + chosen - 1]
  }

  private func askAll(_ last: Earlier?) throws(Departure) {
    guard let entry = try ask(last: last?.entry.answers ?? [:]) else { return }
    try preview(try choices(entry.answers))
  }

  /// The last share with each reader, newest first. `most`: nil for all of them, however long ago.
  func earlier(most: Int? = Self.mostOffered) throws(Departure) -> [Earlier] {
    let entries = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: ShareForm.id, limit: most.map { $0 * 12 }))
    }
    var earlier: [Earlier] = []
    for entry in entries where earlier.count < most ?? .max {
      let choices = try choices(entry.answers)
      if !earlier.contains(where: { $0.choices.reader == choices.reader }) {
        earlier.append(Earlier(entry: entry, choices: choices))
      }
    }
    return earlier
  }

  /// The questions of `ShareForm`, each kept as it is answered.
  private func ask(last: [String: Answer]) throws(Departure) -> Entry? {
    let names = try RecipientDesk(session: session).list().current.map(\.name)
    let form = ShareForm.form(recipients: names, categories: try categories(), last: last, today: today)
    var runner = FormRunner(session: session, form: form, day: today)
    return try runner.run()
  }

  /// An earlier share's answers, with another note: the one question that is asked.
  private func note(_ last: Earlier) throws(Departure) {
    let last = last.entry
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: last) }
    var answers = last.answers
    answers["note"] = nil
    var runner = FormRunner(session: session, form: form, day: today)
    runner.draft.walk = Walk(form, editing: answers)
    runner.draft.walk.open(["note"], in: form)
    guard let entry = try runner.run() else { return }
    let choices = try choices(entry.answers)
    try preview(choices, after: Earlier(entry: entry, choices: choices))
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
    let session = session
    let held = try HeldBack(session: session).entries()
    return try ShareChoices(answers, today: today, held: held) { (choices) throws(Departure) in
      try session.inJournal { (store) throws(VaultError) in
        try store.shares(with: choices.reader).first?.days.upperBound
      }
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

  /// `earlier`: the share that this repeats; then nothing is asked that was settled by it.
  private func preview(_ first: ShareChoices, after earlier: Earlier? = nil) throws(Departure) {
    var choices = first
    let gathering = ShareGathering(session: session)
    while true {
      let gathered = try gathering.gather(choices)
      let isEmpty = gathered.entries.isEmpty && choices.note == nil && gathered.held == 0
      if isEmpty {
        session.console.show(
          [.text("There is nothing to share from these days."), .quiet("Other days may have something.")], to: .result)
        guard let earlier, session.console.isInteractive else { return }
        guard try session.choose(["Not now", "Share something else"], standard: 0) == 1 else { return }
        return try askAll(earlier)
      }
      var sending = ShareSending(session: session, version: version, isAgain: earlier != nil)
      switch try sending.run(gathered, choices) {
      case .left: return
      case .note: if let earlier { return try note(earlier) }
      case .anew: return try askAll(earlier)
      case .holdBack:
        try HoldingBack(session: session).pick(try gathering.candidates(choices.consent).entries)
        choices.consent.heldBack = try HeldBack(session: session).entries()
      }
    }
  }
}

extension ShareChoices {
  /// An old note is not said twice.
  fileprivate var withoutNote: ShareChoices {
    var choices = self
    choices.note = nil
    return choices
  }
}
