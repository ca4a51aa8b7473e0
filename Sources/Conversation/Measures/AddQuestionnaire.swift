import FHIR
import Forms
import Journal
import Terminal

/// `measure add`: reads a FHIR questionnaire, shows what it is, and keeps it after a yes.
package struct AddQuestionnaire {
  let session: Session
  private static let largest = 10 << 20
  /// Words of the command table, which no questionnaire can be called.
  private static let reserved: Set<String> = ["add", "list", "remove", "often", "results", "open", "help"]

  let pending: PendingValues?

  package init(session: Session) { self.init(session: session, pending: nil) }

  /// `pending` takes what is to be stored.
  init(session: Session, pending: PendingValues?) {
    self.session = session
    self.pending = pending
  }

  private var kept: KeptQuestionnaires { KeptQuestionnaires(session: session, pending: pending) }
  private var today: Day { session.world.clock.now().day }

  package func add(_ path: String, valueSets: [String] = []) throws(Departure) {
    let paths = [path] + valueSets
    var files: [[UInt8]] = []
    for path in paths { files.append(try read(path)) }
    let found: Questionnaire
    do throws(FHIRRefusal) {
      found = try Questionnaire.read(files[0], valueSets: Array(files.dropFirst()))
    } catch {
      throw .failed(Self.failure(error, file: paths[error.file]))
    }
    _ = try session.journal()
    let key = KeptQuestionnaires.key(files)
    if let same = try kept.all().first(where: { $0.key == key && !$0.isRemoved }) {
      return session.console.show(
        [.text(Rich("\(same.title) is here already. `measure \(same.id)` opens it."))], to: .result)
    }
    let earlier = try earlier(found, key)
    session.console.show(QuestionnaireText(questionnaire: found).blocks)
    if let earlier, !earlier.isRemoved {
      session.show(.text("It takes the place of the one you have. What you filled in stays as it was."))
    }
    guard try session.confirm("Add it to your journal?") else {
      return session.show(.text("It was not added."))
    }
    let asked = try SelfHarmQuestion(session: session).ask(found)
    let days = try MeasureDesk(session: session).askRhythm()
    let added = try keep(found, files: files, selfHarm: asked, every: days)
    session.console.show([.text(Rich("Added. `measure \(added.id)` opens it."))], to: .result)
  }

  /// What it takes the place of.
  private func earlier(_ found: Questionnaire, _ key: String) throws(Departure) -> KeptQuestionnaire? {
    try kept.all().first { $0.url == found.form.source?.url || $0.key == key }
  }

  /// Keeps what the person said yes to. `selfHarm`: the questions that are about it; `every`: days until it comes up again;
  /// `item`: of the assignment that it came with.
  func keep(
    _ found: Questionnaire, files: [[UInt8]], selfHarm asked: Set<String>, every days: Int?, item: ULID? = nil
  ) throws(Departure) -> KeptQuestionnaire {
    let key = KeptQuestionnaires.key(files)
    let earlier = try earlier(found, key)
    var form = found.form
    if let earlier { form.id = earlier.id } else { form.id = try name(form.id) }
    form.version = (earlier?.version ?? 0) + 1
    form.source?.key = key
    if form.source?.url == nil { form.source?.url = Self.address(key) }
    form.questions = Self.marked(form.questions, asked)
    if !asked.isEmpty { form.delicate = .reviewed("the programme that supplied it") }
    var questionnaire = KeptQuestionnaire(
      id: form.id, title: form.title, url: form.source?.url ?? "", key: key, added: today, version: form.version)
    questionnaire.item = item ?? earlier?.item
    try kept.keep(questionnaire, form: form, files: files)
    try kept.setRhythm(days, for: form.id)
    return questionnaire
  }

  package func read(_ path: String) throws(Departure) -> [UInt8] {
    let file = TypedPath(path, home: session.world.environment.userHome).path
    switch PlainFile.read(file, limit: Self.largest) {
    case .success(let bytes): return bytes
    case .failure(.missing):
      throw .failed(
        Failure(
          "There is no file \(path).", safe: "Nothing was added.", next: "Check its name and its folder.", code: 66))
    case .failure(.tooLarge):
      throw .failed(
        Failure(
          "\(path) is larger than 10 MB, which is more than a questionnaire needs.", safe: "Nothing was added.",
          code: 65))
    case .failure(.unreadable):
      throw .failed(Failure("\(path) cannot be read.", safe: "Nothing was added.", code: 74))
    }
  }

  package static func failure(_ refusal: FHIRRefusal, file: String) -> Failure {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Failure(
      "\(name) cannot be used. \(refusal.message.sentence)", safe: "Nothing was added, and your journal is unchanged.",
      next: "Whoever gave you the file may have another version of it.", code: 65)
  }

  /// A name that nothing else here has.
  private func name(_ wanted: String) throws(Departure) -> String {
    let taken = Self.reserved.union(session.world.library.forms().map(\.id)).union(try kept.all().map(\.id))
    var name = wanted
    var number = 2
    while taken.contains(name) {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }

  /// An address for a file that has none, from its bytes.
  private static func address(_ key: String) -> String {
    let letters = Array(key)
    guard letters.count == 32 else { return "urn:handrail:questionnaire" }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(letters[$0]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  private static func marked(_ questions: [Question], _ ids: Set<String>) -> [Question] {
    questions.map { question in
      var question = question
      if ids.contains(question.id) { question.selfHarm = true }
      if case .group(let inner) = question.kind { question.kind = .group(marked(inner, ids)) }
      return question
    }
  }
}
