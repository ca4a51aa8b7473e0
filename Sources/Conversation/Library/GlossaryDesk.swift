import Library
import Terminal

/// `define`: what a word of the field means, in plain words.
package struct GlossaryDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  private func glossary() throws(Departure) -> [Term] {
    let terms = session.world.library.glossary()
    guard !terms.isEmpty else { throw .failed(LearnDesk.nothing) }
    return terms
  }

  package func knows(_ word: String) -> Bool {
    !session.world.library.meanings(of: word, in: session.world.library.glossary()).isEmpty
  }

  package func list(json: Bool) throws(Departure) {
    let terms = try glossary()
    if json { return try ModuleJSON(session: session).terms(terms) }
    session.console.show(terms.map(Self.block), to: .result)
  }

  package func ask() throws(Departure) {
    session.show(.text("Which word? Enter on an empty line goes back."))
    let word = try session.ask(
      Prompt("Word: ") { [session] typed in
        session.world.library.glossary().filter { $0.term.lowercased().hasPrefix(typed.lowercased()) }
          .map { Completion($0.term) }
      }
    ).trimmed
    if !word.isEmpty { try define(word, json: false) }
  }

  /// Exact first, then words that begin like it, then the nearest one.
  package func define(_ word: String, json: Bool) throws(Departure) {
    let glossary = try glossary()
    let found = session.world.library.meanings(of: word, in: glossary)
    if json { return try ModuleJSON(session: session).terms(found) }
    guard found.isEmpty else { return session.console.show(found.map(Self.block), to: .result) }
    let near = Nearness.nearest(to: word, among: glossary.map { $0.term.lowercased() })
    if let near, let term = glossary.first(where: { $0.term.lowercased() == near }) {
      return session.console.show([.quiet("The nearest word here is this one."), Self.block(term)], to: .result)
    }
    throw .failed(
      Failure(
        "That word is not in the list yet.",
        next: "`define` on its own asks, `define --list` shows all; `learn --search` looks through every page.",
        code: 66))
  }

  private static func block(_ term: Term) -> Block {
    .text(Rich([Rich.Span(term.term, .strong), Rich.Span(": \(term.meaning)")]))
  }
}
