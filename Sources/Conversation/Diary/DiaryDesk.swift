import Forms
import JSON
import Journal
import Terminal
import Vault

/// The diary card: a day, the week as a grid, and what is watched on it.
package struct DiaryDesk {
  let session: Session
  static let key = "diary-targets"

  package init(session: Session) { self.session = session }

  /// Fills in a day; a day that has a card already is opened for changes.
  package func fill(_ day: Day) throws(Departure) {
    var targets = try targets()
    if targets.all.isEmpty {
      targets = DiaryTargets.usual(from: day)
      session.show(
        .text("A diary card watches the urges and behaviours that you agreed on with your clinician."),
        .quiet("You can add them now, or any time with `diary targets`."))
      try keep(targets)
      if session.console.isInteractive, try session.choose(["Add them now", "Go on without"], standard: 1) == 0 {
        try manage()
        targets = try self.targets()
      }
    }
    let earlier = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: DiaryForm.id, days: day...day, limit: 1)).first
    }
    if let earlier, session.console.isInteractive {
      return try change(earlier, targets: targets)
    }
    let form = DiaryForm.form(targets: targets, skills: session.world.library.skills(), on: day)
    try FormDesk(session: session).fill(try AskedQuestions(session: session, log: .diary).applied(to: form), day: day)
  }

  /// Opens a card again, with what has come to be watched on that day since. A change that was begun goes on.
  private func change(_ card: Entry, targets: DiaryTargets) throws(Departure) {
    let begun = try session.inJournal { (store) throws(VaultError) in
      try store.drafts().first { $0.edits == card.id }
    }
    if let begun {
      session.show(.quiet("You began to change this card. Here it is."))
      return try DraftOffer(session: session).resume(begun)
    }
    let before = try session.inJournal { (store) throws(VaultError) in try store.form(of: card) }
    let form = DiaryForm.form(
      targets: targets, skills: session.world.library.skills(), on: card.day, keeping: before)
    session.show(.quiet("There is a card for that day already. Here it is, to change."))
    let added = Set(form.questions.map(\.id)).subtracting(before.questions.map(\.id))
    var runner = FormRunner(session: session, form: form, editing: card, asking: added)
    guard let changed = try runner.run() else { return session.show(.quiet("Nothing was changed.")) }
    try AfterEntry(session: session).say(changed, form: form, edited: true)
  }

  package func targets() throws(Departure) -> DiaryTargets {
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    guard let kept else { return DiaryTargets() }
    guard let json = try? JSON(reading: kept, limits: JSONLimits(bytes: 1 << 20)), let targets = DiaryTargets(json)
    else {
      throw .failed(Failure(.unreadableEntry))
    }
    return targets
  }

  private func keep(_ targets: DiaryTargets) throws(Departure) {
    guard let bytes = try? targets.json.canonical() else { throw .failed(.unexpected) }
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.key, bytes) }
  }

  /// Adds, renames and retires targets until the person is done.
  package func manage() throws(Departure) {
    let today = session.world.clock.now().day
    if try targets().all.isEmpty { try keep(.usual(from: today)) }
    while true {
      var targets = try targets()
      let watched = DiaryTargets.Kind.allCases.flatMap { targets.watched($0, on: today) }
      session.console.show(
        [.blank, .title("On your diary card")]
          + watched.map {
            .pair($0.kind.rawValue, Rich("\($0.name(on: today)), since \(Dates.words($0.added, today: today))"))
          })
      switch try session.choose(
        ["Done", "Add an urge", "Add a behaviour", "Add an emotion", "Rename one", "Take one off"], standard: 0)
      {
      case 0: return
      case 4:
        guard let target = try pick(watched, today) else { continue }
        let name = try session.ask(Prompt("New name: ", prefill: target.name(on: today))).trimmed
        guard !name.isEmpty else { continue }
        targets.rename(target.id, to: name, on: today)
      case 5:
        guard let target = try pick(watched, today) else { continue }
        targets.retire(target.id, on: today)
        session.show(.quiet("New cards do without it. The cards you have keep it."))
      case let choice:
        let name = try session.ask(Prompt("Name: ")).trimmed
        guard !name.isEmpty else { continue }
        targets.add(choice == 1 ? .urge : choice == 2 ? .behaviour : .emotion, named: name, on: today)
      }
      try keep(targets)
    }
  }

  private func pick(_ targets: [DiaryTargets.Target], _ today: Day) throws(Departure) -> DiaryTargets.Target? {
    guard !targets.isEmpty else { return nil }
    return targets[try session.choose(targets.map { $0.name(on: today) })]
  }
}
