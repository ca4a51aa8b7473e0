import Forms
import Library
import Terminal

/// One page: its text a screenful at a time, the person's own notes, then what can be done with it.
package struct ModuleScreen {
  let session: Session
  private var library: Library { session.world.library }

  package init(session: Session) { self.session = session }

  package func find(_ id: String) throws(Departure) -> Module {
    var module = try read(id)
    if module == nil, mayBeInJournal {
      session.show(.quiet("It is not among the pages that all can read. Yours are in your journal."))
      _ = try session.journal()
      module = try read(id)
    }
    guard let module else {
      throw .failed(Failure("There is nothing to read named \(id).", next: "`learn` lists what there is.", code: 66))
    }
    return module
  }

  private func read(_ id: String) throws(Departure) -> Module? {
    do { return try library.module(id) } catch { throw .failed(Failure(error.message, code: 65)) }
  }

  /// Whether a page that the programme sent may lie in a journal that is not open, and could be opened now.
  private var mayBeInJournal: Bool {
    session.side == .person && !session.isUnlocked && session.world.folder.hasVault
      && (session.console.isInteractive || session.world.environment.passphraseFile != nil)
  }

  /// `share`: how much of it was read before, from 0 to 1.
  package func open(_ id: String, from share: Double = 0) throws(Departure) {
    let module = try find(id)
    let marks = ReadingMarks(session: session)
    let blocks = try Self.blocks(module, library: library) + notes(module, marks)
    session.console.pageStart = share
    do throws(Departure) {
      try Reading(session: session).page(blocks)
    } catch {
      // Left for help, or for a while: the place is kept.
      if session.isUnlocked { try marks?.keepPlace(id, share: session.console.pageReached) }
      throw error
    }
    guard session.console.isInteractive else { return }
    if let marks {
      let reached = session.console.pageReached
      try marks.keepPlace(id, share: reached)
      if reached >= 1, try !marks.seen().contains(id) { try marks.keep(.seen, id: id, title: module.title) }
    }
    try after(module, marks)
  }

  /// The page as blocks, from the title to the words that the glossary explains.
  package static func blocks(_ module: Module, library: Library) -> [Block] {
    var blocks: [Block] = [.title(Rich(module.title))]
    if library.laid[module.id] != nil { blocks += [.quiet("From your programme."), .blank] }
    if module.reviewed == nil { blocks += [.quiet("No clinician has reviewed this page yet."), .blank] }
    if module.isHeldBack { blocks += [.text(delicate), .blank] }
    blocks += DocumentText.blocks(module.body)
    let words = library.terms(in: module.body, of: library.glossary()).prefix(mostWords).map(\.term)
    if let first = words.first {
      let line = "Words on this page: \(words.joined(separator: ", ")). `define \(first)` says what one means."
      blocks += [.text(Rich(line)), .blank]
    }
    if !module.sources.isEmpty {
      blocks.append(
        .quiet(Rich("Sources: " + module.sources.map { "\($0.name) (\($0.year))" }.joined(separator: "; "))))
    }
    return blocks
  }

  private static let mostWords = 8
  private static let delicate: Rich =
    "This page is about something that can be dangerous. Where it does not fit what your team told you, go with your team."

  private func notes(_ module: Module, _ marks: ReadingMarks?) throws(Departure) -> [Block] {
    guard let notes = try marks?.notes(to: module.id), !notes.isEmpty else { return [] }
    let today = session.world.clock.now().day
    return [.title("Your notes to this page")]
      + notes.flatMap { [.quiet(Rich(Dates.words($0.day, today: today).sentence)), .quote($0.words)] }
  }

  private enum Next { case quiz, note, talk, talked, exercise, back }

  private func after(_ module: Module, _ marks: ReadingMarks?) throws(Departure) {
    while true {
      var choices: [(next: Next, label: String)] = []
      if !module.quiz.isEmpty { choices.append((.quiz, "\(module.quiz.count) short questions about it, not graded")) }
      if let marks {
        let isOpen = try marks.toTalkAbout().contains(module.id)
        choices.append((.note, "Write a note to it"))
        choices.append(isOpen ? (.talked, "I have talked about it") : (.talk, "Talk about it in session"))
      }
      let exercise = try exercise(module)
      if let exercise { choices.append((.exercise, "The exercise: \(exercise.title)")) }
      choices.append((.back, "Back"))
      session.show(.blank)
      switch choices[try session.choose(choices.map(\.label), standard: choices.count - 1)].next {
      case .quiz: try ModuleQuiz(session: session).ask(module.quiz)
      case .note: try marks?.note(id: module.id, title: module.title)
      case .talk:
        try marks?.keep(.talk, id: module.id, title: module.title)
        session.show(.text("It is on your list to talk about. `undo` takes it off."))
      case .talked:
        try marks?.keep(.talked, id: module.id, title: module.title)
        session.show(.text("It is off your list. `undo` puts it back."))
      case .exercise: if let exercise { return try open(exercise) }
      case .back: return
      }
    }
  }

  /// The first exercise or skill that the page names. While the journal could not take it, there is none; what is
  /// delicate, or needs an agreement, is opened by name alone.
  private func exercise(_ module: Module) throws(Departure) -> FormSummary? {
    guard !session.isFamily, session.isUnlocked || session.world.folder.hasVault else { return nil }
    let forms = try ListedForms(session: session).all().filter { !$0.isHeldBack }
    let skills = library.skills()
    for id in module.related {
      let form = skills.first { $0.id == id }?.form ?? id
      if let found = forms.first(where: { $0.id == form }) { return found }
    }
    return nil
  }

  private func open(_ exercise: FormSummary) throws(Departure) {
    if let plan = PlanKind(form: exercise.id) { return try PlanDesk(session: session).open(plan) }
    let desk = FormDesk(session: session)
    try desk.fill(try desk.form(exercise.id), day: session.world.clock.now().day)
  }
}
