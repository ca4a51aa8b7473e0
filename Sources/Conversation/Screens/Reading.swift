import Library
import Terminal

/// Reading a module: the list, the text a screenful at a time, then a short quiz. Nothing of it is stored.
package struct Reading {
  let session: Session
  private var library: Library { session.world.library }

  package init(session: Session) { self.session = session }

  /// The list of modules, as results.
  package func list() throws(Departure) {
    let modules = library.modules()
    guard !modules.isEmpty else { throw .failed(Self.nothing) }
    let groups = ReadingTopics(modules).groups
    session.console.show(
      [.title("Learn")]
        + groups.flatMap { group -> [Block] in
          (groups.count > 1 ? [.blank, .text(Rich([Rich.Span(group.title, .strong)]))] : [])
            + group.modules.map { .pair($0.id, Rich(Self.line(for: $0))) }
        }, to: .result)
  }

  /// Lets the person pick a module, and opens it.
  package func choose() throws(Departure) {
    let modules = library.modules()
    guard !modules.isEmpty else { throw .failed(Self.nothing) }
    session.show(.title("Learn"))
    guard modules.count > ReadingTopics.most else {
      return try open(modules[try session.choose(modules.map(Self.line))].id)
    }
    let groups = ReadingTopics(modules).groups
    while true {
      session.show(.text("What about?"))
      let group = groups[try session.choose(groups.map { "\($0.title) (\($0.modules.count))" })]
      session.show(.blank, .text(Rich([Rich.Span(group.title, .strong)])))
      let chosen = try session.choose(group.modules.map(Self.line) + ["Something else to read"])
      if chosen < group.modules.count { return try open(group.modules[chosen].id) }
    }
  }

  package func open(_ id: String) throws(Departure) {
    let module: Module?
    do { module = try library.module(id) } catch { throw .failed(Failure(error.message, code: 65)) }
    guard let module else {
      throw .failed(Failure("There is nothing to read named \(id).", next: "`learn` lists what there is.", code: 66))
    }
    var blocks: [Block] = [.title(Rich(module.title))]
    if module.reviewed == nil { blocks.append(.quiet("No clinician has reviewed this page yet.")) }
    blocks += DocumentText.blocks(module.body)
    if !module.sources.isEmpty {
      blocks.append(
        .quiet(Rich("Sources: " + module.sources.map { "\($0.name) (\($0.year))" }.joined(separator: "; "))))
    }
    try page(blocks)
    if session.console.isInteractive { try quiz(module) }
  }

  /// Shows long text: a screenful at a time on a terminal. Leaves when the person opened help or the journal locked.
  package func page(_ blocks: [Block]) throws(Departure) {
    guard session.console.isInteractive else { return session.console.show(blocks, to: .result) }
    let limit = session.console.idleLimit
    // Reading takes longer than answering.
    session.console.idleLimit = limit.map { $0 * 2 }
    let end = session.console.page(blocks)
    session.console.idleLimit = limit
    switch end {
    case .line(let line) where Words.opensCrisis(line):
      CrisisScreen(session: session).show()
      throw .paused
    case .line("hide"):
      try session.hide()
      throw .paused
    case .hangUp: throw .hungUp
    case .idle: if try session.lockForIdle() { throw .paused }
    default: break
    }
  }

  private func quiz(_ module: Module) throws(Departure) {
    guard !module.quiz.isEmpty else { return }
    session.show(.text(Rich("\(module.quiz.count) short questions about it? Nothing is scored or kept.")))
    guard try session.choose(["Not now", "Yes"], standard: 0) == 1 else { return }
    for question in module.quiz {
      session.show(.blank, .text(Rich([Rich.Span(question.question, .strong)])))
      let chosen = try session.choose(question.choices)
      let right = question.choices[question.answer - 1]
      session.show(.text(Rich(chosen == question.answer - 1 ? "Yes, that fits." : "The page says: \(right)")))
      session.show(.quiet(Rich(question.why)))
    }
    session.show(.text("That was all of them."))
  }

  private static func line(for module: ModuleSummary) -> String {
    let time = module.minutes.map { ", \($0) min" } ?? ""
    let track = module.track == .family ? ", for family" : ""
    return "\(module.title)\(time)\(track)"
  }

  private static let nothing = Failure(
    "The texts are not where they should be.", safe: "Your journal is not touched. `crisis` works.",
    next: "Install Handrail again, or name the folder with --content.", code: 69)
}
