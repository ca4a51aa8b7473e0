import Forms
import JSON
import Journal
import Terminal
import Vault

/// Taking back: the last change, or one of the last twenty.
package struct UndoDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  private var now: Moment { session.world.clock.now() }

  package func last() throws(Departure) {
    let moment = now
    let undone = try session.inJournal { (store) throws(VaultError) in try store.undo(at: moment) }
    guard let undone else { return say("There is nothing to take back.") }
    try tell(undone)
  }

  /// The last changes by number; on a terminal one can be chosen.
  package func list(json: Bool = false) throws(Departure) {
    let changes = try changes()
    if json { return try write(changes) }
    guard !changes.isEmpty else { return say("There is nothing to take back.") }
    var lines: [Block] = []
    for (index, change) in changes.enumerated() {
      let note = change.later.isEmpty ? nil : "changed again since"
      lines.append(.choice(key: String(index + 1), label: Rich(try line(for: change)), note: note))
    }
    session.console.show([.title("The last changes")] + lines, to: .result)
    guard session.console.isInteractive else { return }
    session.show(.quiet("A number takes that change back. Enter leaves all as it is."))
    let typed = Words.bare(try session.ask(Prompt("> ")))
    guard !typed.isEmpty else { return }
    guard let number = Int(typed), changes.indices.contains(number - 1) else {
      return session.show(.quiet("That number is not in the list. Nothing was changed."))
    }
    try take(changes[number - 1])
  }

  /// The change that stands at `number` of the list.
  package func one(_ number: Int) throws(Departure) {
    let changes = try changes()
    guard changes.indices.contains(number - 1) else {
      throw .failed(
        Failure(
          changes.isEmpty ? "There is nothing to take back." : "The list of changes has no number \(number).",
          safe: "Nothing was changed.", next: "`undo --list` shows the last changes with their numbers.", code: 66))
    }
    try take(changes[number - 1])
  }

  private func changes() throws(Departure) -> [Change] {
    try session.inJournal { (store) throws(VaultError) in try store.changes() }
  }

  private func take(_ change: Change) throws(Departure) {
    var numbers = [change.number]
    if case .entry(let entry) = change.subject, !change.later.isEmpty {
      let count = change.later.count == 1 ? "once" : "\(change.later.count) times"
      let happened = "This entry was changed \(count) after that, and the later change stands in the way."
      let history = "`review history \(entry.id.short)` shows every version."
      guard session.console.isInteractive else {
        throw .failed(Failure(happened, safe: "Nothing was changed.", next: history, code: 1))
      }
      session.show(.text(Rich(happened)), .quiet(Rich(history)))
      guard try session.choose(["Leave it as it is", "Take back the later ones too"], standard: 0) == 1 else {
        return session.show(.quiet("Nothing was changed."))
      }
      numbers = change.later + numbers
    }
    let moment = now
    let all = numbers
    let undone = try session.inJournal { (store) throws(VaultError) in try store.undo(all, at: moment) }
    for one in undone { try tell(one) }
  }

  private func tell(_ undone: Undone) throws(Departure) {
    say(try sentence(for: undone))
    guard case .accepted = undone else { return }
    // What lies in memory, and what is readable before unlock, follows the journal.
    session.layModules()
    try ProgrammeDesk(session: session).publish(isTakenBack: true)
  }

  private func say(_ sentence: String) { session.console.show([.text(Rich(sentence))], to: .result) }

  /// `Changed: Mood, yesterday (k7f2), today at 14:02`
  private func line(for change: Change) throws(Departure) -> String {
    let when = Dates.words(milliseconds: change.at, now: now)
    let what =
      switch change.kind {
      case .add: "Written"
      case .edit: "Changed"
      case .delete: "Deleted"
      case .restore: "Brought back"
      case .tag: "Tagged"
      case .setAside: "Set aside"
      case .bringIn: "Imported"
      case .accept: "Accepted"
      }
    switch change.subject {
    case .entry(let entry): return "\(what): \(try title(entry)) (\(entry.id.short)), \(when)"
    case .draft(let draft):
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      return "\(what): \(form.title), \(when)"
    case .batch(let batch) where change.kind == .accept: return "\(what): what came from \(batch.source), \(when)"
    case .batch(let batch): return "\(what): \(Self.counted(batch.count)) from \(batch.source), \(when)"
    }
  }

  private func write(_ changes: [Change]) throws(Departure) {
    var rows: [JSON] = []
    for (place, change) in changes.enumerated() { rows.append(try json(place, change)) }
    let document: JSON = ["changes": .array(rows)]
    session.console.write(raw: try document.line())
  }

  /// One change, with its number in the list.
  private func json(_ place: Int, _ change: Change) throws(Departure) -> JSON {
    let at = Moment(milliseconds: change.at, offset: now.offset, zone: now.zone)
    var members: [(String, JSON)] = [
      ("number", .number(Double(place + 1))), ("change", .string(change.kind.rawValue)), ("at", .string(at.rfc3339)),
      ("changedSince", .bool(!change.later.isEmpty)),
    ]
    switch change.subject {
    case .entry(let entry):
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
      members += [
        ("entry", .string(entry.id.short)), ("form", .string(form.id)), ("title", .string(form.title)),
        ("day", .string(entry.day.iso)),
      ]
    case .draft(let draft):
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      members += [("form", .string(form.id)), ("title", .string(form.title)), ("day", .string(draft.day.iso))]
    case .batch(let batch):
      members += [("source", .string(batch.source)), ("count", .number(Double(batch.count)))]
    }
    return .object(JSON.Object(members))
  }

  private func title(_ entry: Entry) throws(Departure) -> String {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    return "\(form.title), \(Dates.words(entry.day, today: now.day))"
  }

  private func sentence(for undone: Undone) throws(Departure) -> String {
    switch undone {
    case .added(let entry): return "Taken back: \(try title(entry)). It is out of your journal."
    case .edited(let entry): return "Taken back. \(try title(entry)) reads as before."
    case .deleted(let entry): return "Back again: \(try title(entry))."
    case .restored(let entry): return "Taken back: \(try title(entry)). It is out of your journal again."
    case .setAside: return "Back again. `resume` goes on with it."
    case .imported(let batch, let kept):
      let stay = kept == 0 ? "" : " \(Self.counted(kept)) that you have changed since \(kept == 1 ? "stays" : "stay")."
      return "Taken back: what came from \(batch.source), \(Self.counted(batch.count - kept)).\(stay)"
    case .accepted(let batch, let kept):
      let stay = kept == 0 ? "" : " \(Self.counted(kept)) that you have changed since \(kept == 1 ? "stays" : "stay")."
      return "Taken back: all that you accepted from \(batch.source).\(stay)"
    }
  }

  static func counted(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}
