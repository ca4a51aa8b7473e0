import Forms
import Journal
import Terminal
import Vault

/// `goals`, `schedule`, `homework`, `meds`, `people`: a list, and what can be done with each line.
package struct RecordDesk {
  let session: Session
  let kind: RecordKind

  package init(session: Session, kind: RecordKind) {
    self.session = session
    self.kind = kind
  }

  private var today: Day { session.world.clock.now().day }
  private var desk: FormDesk { FormDesk(session: session) }

  package func run() throws(Departure) {
    while true {
      let open = try open()
      let lines = open.map { RecordLine(today: today).line($0, kind) }
      session.console.show([.title(Rich(kind.title))], to: .result)
      if lines.isEmpty { session.console.show([.text(Rich(kind.nothing))], to: .result) }
      guard session.console.isInteractive else {
        return session.console.show(lines.map { .bullet(Rich($0)) }, to: .result)
      }
      let extras = extras()
      let labels = lines + [kind.add] + extras.map(\.label)
      session.show(.quiet("A number opens it. Enter goes back."))
      let chosen = try session.choose(labels + ["Back"], standard: labels.count)
      switch chosen {
      case labels.count: return
      case ..<lines.count: try handle(open[chosen])
      case lines.count: try add()
      default: try extras[chosen - lines.count - 1].run()
      }
    }
  }

  /// What stands on the list now, in its order.
  package func open() throws(Departure) -> [Entry] {
    let kind = kind
    let (entries, closed) = try session.inJournal { (store) throws(VaultError) in
      (try store.entries(EntryFilter(form: kind.form)), try Self.closed(kind, in: store))
    }
    return entries.filter { kind.isOpen($0, today: today, closed: closed) }
      .sorted { kind.order($0) < kind.order($1) }
  }

  /// Homework is closed by what came of it, unless the person keeps it on the list.
  private static func closed(_ kind: RecordKind, in store: JournalStore) throws(VaultError) -> Set<ULID> {
    guard kind == .homework else { return [] }
    var closed: Set<ULID> = []
    for done in try store.entries(EntryFilter(form: "homework-done")).reversed() {
      for link in done.links {
        let isKept =
          done.answers["again"] == .yesNo(true)
          || (done.answers["again"] == nil && done.answers["went"] != .text("done"))
        if isKept { closed.remove(link.entry) } else { closed.insert(link.entry) }
      }
    }
    return closed
  }

  private func add() throws(Departure) {
    let form = try desk.form(kind.form)
    var runner = FormRunner(session: session, form: form, day: today)
    let entry = try runner.run()
    try AfterEntry(session: session).say(entry, form: form)
    if kind == .sessions, let entry { try WeeklySessions(session: session).offer(entry, form: form) }
  }

  private func handle(_ entry: Entry) throws(Departure) {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    session.console.show(EntryText.blocks(for: entry, form: form, today: today))
    session.console.show(try LinkedEntries(session: session).blocks(for: entry))
    var labels = ["Back", "Change it", "Take it off the list"]
    if kind == .homework { labels.insert("Say how it went", at: 1) }
    switch labels[try session.choose(labels, standard: 0)] {
    case "Say how it went":
      try desk.fill(
        try desk.form("homework-done"), day: today, links: entry.leading("done"))
    case "Change it":
      var runner = FormRunner(session: session, form: form, editing: entry)
      try AfterEntry(session: session).say(try runner.run(), form: form, edited: true)
    case "Take it off the list":
      let now = session.world.clock.now()
      try session.inJournal { (store) throws(VaultError) in try store.withdraw(entry.id, at: now) }
      session.show(.text("It is off the list. `undo` brings it back."))
    default: return
    }
  }

  private struct Extra {
    let label: String
    let run: () throws(Departure) -> Void
  }

  /// What goes with the list besides adding to it.
  private func extras() -> [Extra] {
    func form(_ label: String, _ id: String) -> Extra {
      Extra(label: label) { () throws(Departure) in try desk.fill(try desk.form(id), day: today) }
    }
    switch kind {
    case .goals, .homework, .people: return []
    case .sessions:
      return [
        form("My level of care", "level-of-care"),
        Extra(label: "How many hours it has been") { () throws(Departure) in try CareHours(session: session).show() },
      ]
    case .medicines: return [form("Note a dose", "dose"), form("A question for my prescriber", "prescriber-question")]
    }
  }
}
