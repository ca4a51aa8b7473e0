import Forms
import Journal
import Terminal
import Vault

/// `measure`: the questionnaires, to fill in and to look back at.
package struct MeasureDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }
  private var list: MeasureList { MeasureList(session: session) }
  private var kept: KeptQuestionnaires { KeptQuestionnaires(session: session) }

  package func run() throws(Departure) {
    guard session.console.isInteractive else { return try show() }
    while true {
      let all = try list.all()
      session.show(.title("Questionnaires"), .quiet("A number opens it. Enter goes back."))
      let chosen = try session.choose(all.map(list.line) + ["Add one from a file", "Back"], standard: all.count + 1)
      switch chosen {
      case ..<all.count: try open(all[chosen])
      case all.count: try askForFile()
      default: return
      }
    }
  }

  /// `measure list`
  package func show() throws(Departure) {
    let all = try list.all()
    session.console.show([.title("Questionnaires")], to: .result)
    session.console.show(all.map { .pair($0.id, Rich(list.line($0))) }, to: .result)
    if all.isEmpty { session.console.show([.text("There are none here. `measure add FILE` adds one.")], to: .result) }
  }

  private func askForFile() throws(Departure) {
    let typed = try session.ask(Prompt("File: "))
    guard !typed.trimmed.isEmpty else { return }
    try AddQuestionnaire(session: session).add(typed)
  }

  private func open(_ measure: Measure) throws(Departure) {
    var labels = ["Fill it in"]
    if measure.last != nil { labels.append("See the times before") }
    labels.append("How often it comes up")
    if measure.kept != nil { labels.append("Take it off the list") }
    labels.append("Back")
    session.show(.blank, .title(Rich(measure.title)))
    switch labels[try session.choose(labels, standard: 0)] {
    case "Fill it in": try fill(measure)
    case "See the times before": try results(measure)
    case "How often it comes up": try often(measure)
    case "Take it off the list": try remove(measure)
    default: return
    }
  }

  package func form(of measure: Measure) throws(Departure) -> Form {
    if let questionnaire = measure.kept { return try kept.form(questionnaire) }
    return try FormDesk(session: session).form(measure.id)
  }

  /// Asks; what was begun is offered first, whenever that was.
  package func fill(_ measure: Measure) throws(Departure) {
    let form = try form(of: measure)
    let desk = FormDesk(session: session)
    if try desk.goesOnWithDraft(of: form, day: nil) { return }
    let links = measure.kept?.item.map { [Link.assigned($0)] } ?? []
    var runner = FormRunner(session: session, form: form, day: today, links: links)
    try AfterEntry(session: session).say(try runner.run(), form: form)
  }

  /// What is said about an entry that has just been kept.
  func result(of entry: Entry, form: Form) throws(Departure) -> [Block] {
    let history = MeasureHistory(session: session)
    return history.blocks(for: entry, form: form, among: try history.times(form.id))
  }

  package func results(_ measure: Measure) throws(Departure) {
    let history = MeasureHistory(session: session)
    session.console.show(history.table(try history.times(measure.id)), to: .result)
  }

  /// Off the list, with its history kept.
  package func remove(_ measure: Measure) throws(Departure) {
    guard var questionnaire = measure.kept else {
      throw .failed(
        Failure(
          "\(measure.title) comes with Handrail, and stays on the list.", safe: "Nothing was changed.",
          next: "`measure often \(measure.id) 0` keeps it from coming up.", code: 64))
    }
    questionnaire.isRemoved = true
    try kept.change(questionnaire)
    session.console.show(
      [.text("It is off the list. What you filled in stays. Adding its file again brings it back.")], to: .result)
  }

  private static let rhythms: [(label: String, days: Int?)] = [
    ("Every week", 7), ("Every two weeks", 14), ("Every four weeks", 28), ("Only when I open it", nil),
  ]

  /// `days`: said on the command line; 0 is never.
  package func often(_ measure: Measure, days: Int? = nil) throws(Departure) {
    var chosen = days.flatMap { $0 > 0 ? $0 : nil }
    if days == nil { chosen = try askRhythm() }
    try kept.setRhythm(chosen, for: measure.id)
    let sentence = chosen.map { "It comes up \(Self.words($0))." } ?? "It comes up only when you open it."
    session.console.show([.text(Rich(sentence))], to: .result)
  }

  func askRhythm() throws(Departure) -> Int? {
    session.show(.text("How often should `today` bring it up?"))
    return Self.rhythms[try session.choose(Self.rhythms.map(\.label), standard: 0)].days
  }

  private static func words(_ days: Int) -> String {
    rhythms.first { $0.days == days }?.label.lowercased() ?? (days == 1 ? "every day" : "every \(days) days")
  }
}
