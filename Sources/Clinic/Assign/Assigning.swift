import Conversation
import Crypto
import Exchange
import Forms
import Journal
import JSON
import Terminal
import Vault

/// Puts together what one person gets, shows it as they will see it, and writes one file that only they can open.
struct Assigning {
  let session: Session
  let person: Participant
  var out: String?
  var yes = false

  init(session: Session, person: Participant) {
    self.session = session
    self.person = person
  }

  private var questions: AssignQuestions { AssignQuestions(session: session) }
  private var text: AssignmentText {
    AssignmentText(today: session.world.clock.now().day, library: session.world.library)
  }

  /// Asks for one thing after the other.
  func ask() throws(Departure) {
    _ = try key()
    var draft = AssignDraft(session: session, person: person.n)
    try draft.takeUp()
    session.show(.title(Rich("For \(person.name) (#\(person.n))")))
    if !draft.items.isEmpty {
      session.show(.text("You began this before:"))
      list(draft.items)
      if try session.choose(["Go on with it", "Start anew"], standard: 0) == 1 { try draft.clear() }
    }
    while try add(to: &draft) {}
    guard !draft.items.isEmpty else { return session.console.show([.text("Nothing was given.")], to: .result) }
    try write(draft.items, draft.key)
  }

  /// False when it is complete, or left.
  private func add(to draft: inout AssignDraft) throws(Departure) -> Bool {
    session.show(.blank, .text(draft.items.isEmpty ? "What do you want to give?" : "Something more?"))
    var labels = ["Homework", "Something to watch on the diary card", "A questionnaire", "A page to read"]
    labels += draft.items.isEmpty ? ["Nothing now"] : ["No: look at it", "Take one out again"]
    do throws(Departure) {
      switch try session.choose(labels) {
      case 0: try questions.homework(&draft)
      case 1: try questions.target(&draft)
      case 2: try questions.questionnaire(&draft)
      case 3: try questions.module(&draft)
      case 4: return false
      default: try takeOut(&draft)
      }
    } catch .failed(let failure) where session.console.isInteractive {
      // A file that cannot be used loses nothing of what is put together already.
      session.show(.text(Rich(failure.sentences)))
    } catch {
      if !draft.items.isEmpty { session.show(.quiet(Rich("It is kept: `assign #\(person.n)` goes on with it."))) }
      throw error
    }
    if let last = draft.items.last { session.show(.quiet(Rich("Kept: \(text.line(for: last))"))) }
    return true
  }

  private func takeOut(_ draft: inout AssignDraft) throws(Departure) {
    let place = draft.items.count == 1 ? 0 : try session.choose(draft.items.map(text.line))
    try draft.remove(at: place)
  }

  private func list(_ items: [Assignment.Item]) {
    session.console.show(items.map { .bullet(Rich(text.line(for: $0))) })
  }

  // MARK: The file

  /// `draft`: what is forgotten once it is written.
  func write(_ items: [Assignment.Item], _ draft: String) throws(Departure) {
    let sealed = try key()
    let assignment = try assignment(items, for: sealed)
    var blocks: [Block] = [.quiet(Rich("This is what \(person.name) will read:"))]
    for item in items { blocks += [.blank] + (try text.blocks(for: item)) }
    try Reading(session: session).page(blocks)
    if !isCompared { session.show(.alert(Rich("You have not compared the eight words with \(person.name) yet."))) }
    let found = HardWords.found(in: Self.words(items))
    if !found.isEmpty { session.show(.text(Rich(HardWords.sentence(found)))) }
    if !yes, try session.decide(["Seal it for \(person.name)", "Not now"]) == 1 {
      let kept = draft.isEmpty ? "" : " What you put together is kept."
      return session.console.show([.text(Rich("Nothing was written.\(kept)"))], to: .result)
    }
    let path = try place()
    let bytes: [UInt8]
    let signing = try KeyDesk(session: session).keys().signing
    do throws(AssignmentRefusal) {
      bytes = try assignment.file(signedBy: signing)
    } catch {
      throw .failed(Failure(error.message, safe: "Nothing was written.", code: 65))
    }
    try finish(bytes, sealed, path, assignment, draft)
  }

  private func assignment(
    _ items: [Assignment.Item], for keys: PublicKeys
  ) throws(Departure) -> Assignment {
    let record = try ProgrammeShelf(session: session).record()
    guard let name = record.name else {
      throw .failed(
        Failure("The programme has no name yet.", safe: "Nothing was written.", next: "`init` asks for it.", code: 65))
    }
    // A file tells whole seconds.
    var now = session.world.clock.now()
    now.milliseconds -= now.milliseconds % 1000
    return Assignment(
      id: session.world.newID(), created: now, app: "Handrail \(Release.version)",
      programme: name,
      from: try KeyDesk(session: session).keys().publicKeys, participant: keys, items: items)
  }

  /// The file first, then what was given: a row without a file would tell of something nobody got.
  private func finish(
    _ bytes: [UInt8], _ keys: PublicKeys, _ path: String, _ assignment: Assignment, _ draft: String
  ) throws(Departure) {
    do throws(AgeError) {
      let file = try NewFile(path)
      try AgeWriter(.recipients([keys.sealing])).seal(BytesInput(bytes), into: file)
      try file.finish()
    } catch {
      throw Failure.departure(error, out: path)
    }
    let doing = try PeopleDesk(session: session).doing()
    var rows: [GivenItem] = []
    for item in assignment.items {
      guard let body = try? item.json.canonical() else { throw .failed(.unexpected) }
      rows.append(
        GivenItem(item: item.id.text, kind: item.kind, body: String(decoding: body, as: UTF8.self), at: doing.at))
    }
    let (given, id, n) = (rows, assignment.id.text, person.n)
    do throws(Departure) {
      try session.inCaseload { (store) throws(VaultError) in
        try store.assign(given, in: id, to: n, forgetting: draft, doing)
      }
    } catch {
      // Nothing was noted, so nothing goes.
      _ = PlainFile.remove(path)
      throw error
    }
    session.console.show(
      [
        .text(Rich("Sealed for \(person.name). It is in \(path): give or send them that file.")),
        .quiet("They take it in with `accept`. What they do with it comes back with what they share."),
      ], to: .result)
  }

  // MARK: Small things

  private func key() throws(Departure) -> PublicKeys {
    guard person.status == .here else {
      throw .failed(
        Failure(
          "\(person.name) (#\(person.n)) was discharged.", safe: "Nothing was written.",
          next: "`readmit #\(person.n)` brings them back first.", code: 65))
    }
    guard let key = person.current, let sealing = try? AgeRecipient(parsing: key.recipient) else {
      throw .failed(.unexpected)
    }
    return PublicKeys(signing: SSHPublicKey(point: key.signing), sealing: sealing)
  }

  private var isCompared: Bool { person.current?.isCompared ?? false }

  private static func words(_ items: [Assignment.Item]) -> String {
    items.map { item in
      switch item.work {
      case .homework(let homework): [homework.what, homework.why ?? ""].joined(separator: " . ")
      case .target(let target): [target.name, target.note ?? ""].joined(separator: " . ")
      case .questionnaire, .module: ""
      }
    }.joined(separator: " . ")
  }

  private func place() throws(Departure) -> String {
    let standard = "homework-\(session.world.clock.now().day.iso)-\(person.n).handrail"
    var line = out ?? ""
    if out == nil, !yes {
      session.show(.quiet(Rich("Where to? Enter makes \(standard) in this folder.")))
      line = try session.ask(Prompt("File: ")).trimmed
    }
    let path = TypedPath(line.isEmpty ? standard : line, in: session).path
    return PlainFile.isFolder(path) ? path + "/" + standard : path
  }
}
