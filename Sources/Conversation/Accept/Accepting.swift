import Exchange
import FHIR
import Forms
import JSON
import Journal
import Terminal
import Vault

/// What a person says on the line of `accept`.
package struct AcceptWishes: Equatable, Sendable {
  /// Nothing is asked.
  package var yes = false
  /// The eight words were compared already.
  package var isCompared = false
  /// The programme's numbers stay out of `crisis` before the passphrase.
  package var isHidden = false
  package init() {}
}

/// Gathers all that comes in with one file, so that it is kept at once or not at all.
struct Accepting {
  let session: Session
  let wishes: AcceptWishes
  private(set) var acceptance: Acceptance
  private let pending = PendingValues()
  /// Sentences about what was added, for the end.
  private(set) var added: [String] = []
  let now: Moment

  init(session: Session, wishes: AcceptWishes, source: String) {
    self.session = session
    self.wishes = wishes
    acceptance = Acceptance(source: source)
    now = session.world.clock.now()
  }

  func value(_ key: String) throws(Departure) -> [UInt8]? {
    if let value = acceptance.values[key] { return value }
    return try session.inJournal { (store) throws(VaultError) in try store.memory(key) }
  }

  mutating func set(_ key: String, _ value: [UInt8]) { acceptance.values[key] = value }
  mutating func say(_ sentence: String) { added.append(sentence) }
  mutating func withdraw(_ ids: [ULID]) { acceptance.withdrawn += ids }

  /// A new entry. Returns its id.
  @discardableResult
  mutating func add(_ answers: [String: Answer], form: Form, day: Day? = nil, links: [Link] = []) -> ULID {
    let entry = Entry(
      id: session.world.newID(), form: Wordings.stamp(of: form), day: day ?? now.day, recorded: now, answers: answers,
      links: links)
    acceptance.entries.append((entry, form))
    return entry.id
  }

  mutating func revise(_ entry: Entry, form: Form) { acceptance.entries.append((entry, form)) }

  /// Adds a questionnaire, after asking which of its questions are about self-harm, and how often it comes up.
  mutating func add(_ json: JSON, every days: Int?, item: ULID? = nil) throws(Departure) {
    let (found, file) = try Self.questionnaire(json)
    let key = KeptQuestionnaires.key([file])
    let kept = KeptQuestionnaires(session: session, pending: pending)
    if var same = try kept.all().first(where: { $0.key == key && !$0.isRemoved }) {
      same.item = item ?? same.item
      try kept.change(same)
      if let days { try kept.setRhythm(days, for: same.id) }
      added.append("\(same.title) is here already: `measure \(same.id)`.")
      return
    }
    if !wishes.yes { session.show(.blank, .title(Rich(found.title))) }
    let asked =
      wishes.yes ? SelfHarmQuestion.unasked(found) : try SelfHarmQuestion(session: session).ask(found)
    var rhythm = days
    if days == nil { rhythm = wishes.yes ? 7 : try MeasureDesk(session: session).askRhythm() }
    let new = try AddQuestionnaire(session: session, pending: pending)
      .keep(found, files: [file], selfHarm: asked, every: rhythm, item: item)
    added.append("\(new.title): `measure \(new.id)` opens it.")
  }

  /// Takes a questionnaire off the list. What was filled in stays.
  mutating func remove(_ json: JSON) throws(Departure) {
    guard let file = try? json.canonical() else { return }
    let kept = KeptQuestionnaires(session: session, pending: pending)
    guard var here = try kept.all().first(where: { $0.key == KeptQuestionnaires.key([file]) && !$0.isRemoved }) else {
      return
    }
    here.isRemoved = true
    try kept.change(here)
    added.append("\(here.title) is off the list. What you filled in stays.")
  }

  /// Fails where it is none that can be asked here.
  static func questionnaire(_ json: JSON) throws(Departure) -> (found: Questionnaire, file: [UInt8]) {
    guard let file = try? json.canonical() else { throw .failed(.unexpected) }
    do throws(FHIRRefusal) { return (try Questionnaire.read(file), file) } catch {
      throw .failed(
        Failure(
          "A questionnaire in it cannot be used. \(error.message.sentence)", safe: AcceptDesk.nothing,
          next: "Tell your programme.", code: 65))
    }
  }

  /// Keeps all of it in one commit.
  mutating func keep() throws(Departure) {
    acceptance.values.merge(pending.values) { $1 }
    let (all, moment) = (acceptance, now)
    try session.inJournal { (store) throws(VaultError) in try store.accept(all, at: moment) }
    session.layModules()
    session.console.show(
      [.text(Rich("Added, from \(acceptance.source)."))] + added.map { .bullet(Rich($0)) }
        + [.quiet("`undo` takes all of it back.")], to: .result)
  }
}
