import Conversation
import Exchange
import FHIR
import Forms
import JSON
import Terminal
import Vault

/// Questionnaires that go into each pack.
struct ProgrammeQuestionnaires {
  let session: Session
  private static let key = "questionnaires"
  private static let limits = JSONLimits(bytes: 4 << 20)

  func all() throws(Departure) -> [JSON] {
    let bytes = try session.inCaseload { (store) throws(VaultError) in try store.memory(Self.key) }
    return bytes.flatMap { try? JSON(reading: $0, limits: Self.limits) }?.array ?? []
  }

  private func keep(_ all: [JSON]) throws(Departure) {
    guard let bytes = try? JSON.array(all).canonical() else { throw .failed(.unexpected) }
    try session.inCaseload { (store) throws(VaultError) in try store.remember(Self.key, bytes) }
  }

  /// Reads a questionnaire from a file, in the one line it has in packs and assignments. All that it needs must be in it.
  static func read(_ path: String, in session: Session) throws(Departure) -> (json: JSON, found: Questionnaire) {
    let bytes = try AddQuestionnaire(session: session).read(path)
    do throws(FHIRRefusal) { _ = try Questionnaire.read(bytes) } catch {
      throw .failed(AddQuestionnaire.failure(error, file: path).about(session.thing))
    }
    guard let json = try? JSON(reading: bytes, limits: JSONLimits(bytes: 10 << 20)), let line = try? json.canonical(),
      let found = try? Questionnaire.read(line)
    else { throw .failed(.unexpected) }
    return (json, found)
  }

  func add(_ path: String, yes: Bool) throws(Departure) {
    let (json, found) = try Self.read(path, in: session)
    var all = try all()
    guard !all.contains(json) else {
      return session.console.show([.text(Rich("\(found.title) is in the pack already."))], to: .result)
    }
    let earlier = all.firstIndex { $0["url"] != nil && $0["url"] == json["url"] }
    session.console.show(QuestionnaireText(questionnaire: found).blocks)
    if earlier != nil { session.show(.text("It takes the place of the one that the pack has now.")) }
    guard try isWanted(yes) else {
      return session.console.show([.text("It was not added.")], to: .result)
    }
    if let earlier { all[earlier] = json } else { all.append(json) }
    try requireRoom(all)
    try keep(all)
    session.console.show([.text(Rich("\(found.title) goes into the next pack. `invite` writes it."))], to: .result)
  }

  private func isWanted(_ yes: Bool) throws(Departure) -> Bool {
    if yes { return true }
    return try session.confirm("Put it into the pack?")
  }

  /// A pack that would be too large is told now, and not when it is written.
  private func requireRoom(_ all: [JSON]) throws(Departure) {
    let size = all.reduce(0) { $0 + ((try? $1.canonical())?.count ?? 0) }
    guard size > ProgrammePack.limit * 3 / 4 || all.count > 20 else { return }
    throw .failed(
      Failure(
        "That is more than fits into a pack.", safe: "Nothing was changed.",
        next: "`assign` gives a questionnaire to one person.", code: 65))
  }

  func list() throws(Departure) {
    let all = try all()
    guard !all.isEmpty else {
      session.console.show([.text("No questionnaire goes into the pack.")], to: .result)
      return session.show(.quiet("`questionnaire add FILE` puts one there (FHIR R4, JSON)."))
    }
    session.console.show(
      all.enumerated().map { .choice(key: String($0 + 1), label: Rich(PackText.title($1))) }, to: .result)
  }

  /// By its number in the list, or how its title begins.
  func remove(_ typed: String) throws(Departure) {
    var all = try all()
    let word = typed.lowercased()
    let named = all.indices.filter { PackText.title(all[$0]).lowercased().hasPrefix(word) }
    let place =
      Int(word).map { $0 - 1 }.flatMap { all.indices.contains($0) ? $0 : nil } ?? (named.count == 1 ? named[0] : nil)
    guard let place else {
      throw .failed(
        Failure(
          "There is no such questionnaire in the pack.", safe: "Nothing was changed.",
          next: "`questionnaire list` shows their numbers.", code: 66))
    }
    let gone = all.remove(at: place)
    try keep(all)
    session.console.show([.text(Rich("\(PackText.title(gone)) is out of the pack."))], to: .result)
    session.show(.quiet("Whoever has it keeps it."))
  }
}
