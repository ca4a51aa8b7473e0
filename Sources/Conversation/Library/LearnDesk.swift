import Library
import Terminal

/// `learn`: what there is to read, by topic, by what fits today, by words, and from where one left off.
package struct LearnDesk {
  let session: Session
  private var library: Library { session.world.library }

  package init(session: Session) { self.session = session }

  /// What this shell's people read: their own track and what is for both; family see everything.
  private func modules() throws(Departure) -> [ModuleSummary] {
    try OwnContent(session: session).settle()
    let modules = library.modules(track: session.isFamily ? nil : .participant)
    guard !modules.isEmpty else { throw .failed(Self.nothing) }
    return modules
  }

  /// Every page under its group, as results.
  package func list() throws(Departure) {
    try OwnContent(session: session).settle()
    let modules = library.modules()
    guard !modules.isEmpty else { throw .failed(Self.nothing) }
    let shelves = TopicGroup.shelves(modules, familyFirst: session.isFamily)
    session.console.show(
      shelves.flatMap { shelf in
        [.title(Rich(shelf.name))] + shelf.modules.map { .pair($0.id, Rich(Self.line(for: $0))) }
      }, to: .result)
  }

  private enum Way {
    case fits, goOn(String, Double), talk([String]), shelf(TopicGroup), search, words, back
  }

  /// Lets the person pick a way in, then a page.
  package func run() throws(Departure) {
    let modules = try modules()
    session.show(.title(session.isFamily ? "Read" : "Learn"))
    var ways: [(way: Way, label: String)] = []
    let fits = session.isFamily ? [] : try FitsToday(session: session).all()
    if !fits.isEmpty { ways.append((.fits, "What may fit today")) }
    if let marks = ReadingMarks(session: session) {
      if let place = try marks.place(), let module = library.modules().first(where: { $0.id == place.id }) {
        ways.append((.goOn(place.id, place.share), "Go on where you left off: \(module.title)"))
      }
      let talk = try marks.toTalkAbout()
      if !talk.isEmpty { ways.append((.talk(talk), "To talk about in session (\(talk.count))")) }
    }
    for shelf in TopicGroup.shelves(modules, familyFirst: session.isFamily) {
      ways.append((.shelf(shelf), "\(shelf.name) (\(shelf.modules.count))"))
    }
    ways.append((.search, "Search for words"))
    ways.append((.words, "What a word means (define)"))
    ways.append((.back, "Back"))
    switch ways[try session.choose(ways.map(\.label), standard: ways.count - 1)].way {
    case .fits: try choose(fits)
    case .goOn(let id, let share): try ModuleScreen(session: session).open(id, from: share)
    case .talk(let ids): _ = try choose(ids.compactMap { id in library.modules().first { $0.id == id } })
    case .shelf(let shelf):
      session.show(.blank, .title(Rich(shelf.name)))
      if try !choose(shelf.modules) { return try run() }
    case .search:
      let words = try session.ask(Prompt("Search for: ")).trimmed
      if !words.isEmpty { try search(words) }
    case .words: try GlossaryDesk(session: session).ask()
    case .back: return
    }
  }

  /// Titles of the pages that the person wants to talk about in session.
  package func toTalkAbout() throws(Departure) -> [String] {
    let ids = try ReadingMarks(session: session)?.toTalkAbout() ?? []
    guard !ids.isEmpty else { return [] }
    let modules = library.modules()
    return ids.map { id in modules.first { $0.id == id }?.title ?? id }
  }

  /// What a search found, best first; on a terminal one of them can be opened.
  package func search(_ words: String) throws(Departure) {
    try OwnContent(session: session).settle()
    let hits = library.search(words)
    guard !hits.isEmpty else {
      return session.console.show([.text("Nothing found. `learn --list` shows every page.")], to: .result)
    }
    let shown = hits.prefix(Self.mostHits)
    let rest = hits.count - shown.count
    guard session.console.isInteractive else {
      let lines = shown.flatMap { hit -> [Block] in
        let title = Rich([Rich.Span(hit.module.id, .strong), Rich.Span("  \(Self.line(for: hit.module))")])
        return [.text(title), .inset([.quiet(Rich(hit.snippet))])]
      }
      return session.console.show(lines, to: .result)
    }
    if rest > 0 { session.show(.quiet(Rich("And \(rest) more: one more word narrows it down."))) }
    let labels = shown.map { "\(Self.line(for: $0.module)): \($0.snippet)" }
    let chosen = try session.choose(labels + ["Back"], standard: labels.count)
    if chosen < labels.count { try ModuleScreen(session: session).open(shown[chosen].module.id) }
  }

  private static let mostHits = 9

  /// False when nothing was chosen.
  private func choose(_ modules: [ModuleSummary]) throws(Departure) -> Bool {
    let seen = try ReadingMarks(session: session)?.seen() ?? []
    let labels = modules.map { Self.line(for: $0) + (seen.contains($0.id) ? ", read" : "") }
    let chosen = try session.choose(labels + ["Something else to read"], standard: labels.count)
    guard chosen < labels.count else { return false }
    try ModuleScreen(session: session).open(modules[chosen].id)
    return true
  }

  private func choose(_ fits: [FitsToday.Fit]) throws(Departure) {
    session.show(.quiet("By your own log, and only here. You know better than a rule."))
    let labels = fits.map { "\(Self.line(for: $0.module)): \($0.reason)" }
    let chosen = try session.choose(labels + ["Back"], standard: labels.count)
    if chosen < labels.count { try ModuleScreen(session: session).open(fits[chosen].module.id) }
  }

  static func line(for module: ModuleSummary) -> String {
    let time = module.minutes.map { ", \($0) min" } ?? ""
    let track = module.track == .family ? ", for family" : ""
    return "\(module.title)\(time)\(track)\(module.isFromProgramme ? ", from your programme" : "")"
  }

  static let nothing = Failure(
    "The texts are not where they should be.", safe: "`crisis` works all the same.",
    next: "Install Handrail again, or name the folder with --content.", code: 69)
}
