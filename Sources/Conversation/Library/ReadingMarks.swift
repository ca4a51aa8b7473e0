import Forms
import JSON
import Journal
import Library
import Terminal
import Vault

/// What a person kept about the pages they read: seen, to talk about, notes. Each is an entry of the journal, so that it
/// can be undone, and shared.
package struct ReadingMarks {
  let session: Session

  /// Nil while no journal is open, or it cannot be written: then nothing is kept, and nothing is said about it.
  package init?(session: Session) {
    guard let vault = session.vault, !vault.isReadOnly, !session.isFamily else { return nil }
    self.session = session
  }

  package enum Mark: String, CaseIterable, Sendable { case seen, talk, talked }

  package static let markForm = "module-mark"
  package static let noteForm = "module-note"
  /// The link from a note or a wish to talk back to the entry that says the page was read.
  static let link = "about"
  private static let placeKey = "reading"

  static func form(marking id: String, _ title: String) -> Form {
    Form(
      id: markForm, version: 1, title: "Reading", kind: .log, summary: "A page that was read.",
      questions: [
        page(id, title),
        Question(
          "mark",
          .choice(
            Choices([
              .init(Mark.seen.rawValue, "Read"), .init(Mark.talk.rawValue, "To talk about in session"),
              .init(Mark.talked.rawValue, "Talked about"),
            ])), ask: "What about it?"),
      ])
  }

  static func form(noting id: String, _ title: String) -> Form {
    Form(
      id: noteForm, version: 1, title: "A note to a page", kind: .log, summary: "What a page brings to mind.",
      questions: [
        page(id, title),
        Question(
          "words", .text, ask: "What would you like to keep from it?",
          why: "You see it here again when you open the page."),
      ])
  }

  private static func page(_ id: String, _ title: String) -> Question {
    Question("module", .choice(Choices([.init(id, title)])), ask: "Which page?")
  }

  private func entries(_ form: String) throws(Departure) -> [Entry] {
    try session.inJournal { (store) throws(VaultError) in try store.entries(EntryFilter(form: form)) }
      .sorted { $0.recorded.milliseconds > $1.recorded.milliseconds }
  }

  /// Ids of pages that were read to the end once.
  package func seen() throws(Departure) -> Set<String> {
    Set(try entries(Self.markForm).filter { $0.code("mark") == Mark.seen.rawValue }.compactMap { $0.code("module") })
  }

  /// Ids of pages to talk about, newest first.
  package func toTalkAbout() throws(Departure) -> [String] {
    var decided: Set<String> = []
    var open: [String] = []
    for entry in try entries(Self.markForm) {
      guard let id = entry.code("module"), let mark = entry.code("mark").flatMap(Mark.init), mark != .seen,
        decided.insert(id).inserted
      else { continue }
      if mark == .talk { open.append(id) }
    }
    return open
  }

  /// What was noted to a page, oldest first.
  package func notes(to id: String) throws(Departure) -> [(day: Day, words: String)] {
    try entries(Self.noteForm).filter { $0.code("module") == id }.reversed().compactMap { entry in
      guard case .text(let words)? = entry.answers["words"] else { return nil }
      return (entry.day, words)
    }
  }

  package func keep(_ mark: Mark, id: String, title: String) throws(Departure) {
    let form = Self.form(marking: id, title)
    let now = session.world.clock.now()
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: now.day, part: now.part, recorded: now,
      answers: ["module": .text(id), "mark": .text(mark.rawValue)],
      links: (mark == .seen ? [] : try links(id)) + (try assigned(id)))
    try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: form) }
  }

  /// Asks for a note, question by question as everywhere, with the page already named.
  package func note(id: String, title: String) throws(Departure) {
    let form = Self.form(noting: id, title)
    let now = session.world.clock.now()
    var walk = Walk(form)
    walk.answer(.text(id), in: form)
    let draft = Draft(
      id: session.world.newID(), walk: walk, day: now.day, started: now, updated: now, links: try links(id))
    var runner = FormRunner(session: session, form: form, resuming: draft)
    try AfterEntry(session: session).say(try runner.run(), form: form)
  }

  /// That the programme sent the page.
  private func assigned(_ id: String) throws(Departure) -> [Link] {
    guard session.world.library.laid[id] != nil else { return [] }
    let item = try session.inJournal { (store) throws(VaultError) in try KeptModules.item(of: id, in: store) }
    return item.map { [.assigned($0)] } ?? []
  }

  private func links(_ id: String) throws(Departure) -> [Link] {
    let read = try entries(Self.markForm).first {
      $0.code("module") == id && $0.code("mark") == Mark.seen.rawValue
    }
    return read.map { [Link(name: Self.link, entry: $0.id)] } ?? []
  }

  /// The page that was left before its end, and how much of it was read, from 0 to 1.
  package func place() throws(Departure) -> (id: String, share: Double)? {
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.placeKey) }
    guard let kept, let json = try? JSON(reading: kept, limits: JSONLimits(bytes: 1 << 10)),
      let id = json["module"]?.string, let share = json["share"]?.number, (0..<1).contains(share)
    else { return nil }
    return (id, share)
  }

  package func keepPlace(_ id: String, share: Double) throws(Departure) {
    let json: JSON = ["module": .string(id), "share": .number(share)]
    guard let bytes = try? json.canonical() else { return }
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.placeKey, bytes) }
  }
}
