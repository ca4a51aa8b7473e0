import Conversation
import Terminal

/// A shell besides the journal's own: one line at a time, until the person leaves.
package struct CommandLoop {
  let session: Session
  let prompt: String
  /// Shown once, in a terminal.
  let opening: [Block]
  /// What Tab offers.
  let candidates: (String) -> [Completion]
  let run: (String) throws(Departure) -> Void

  package init(
    session: Session, prompt: String, opening: [Block], candidates: @escaping (String) -> [Completion],
    run: @escaping (String) throws(Departure) -> Void
  ) {
    self.session = session
    self.prompt = prompt
    self.opening = opening
    self.candidates = candidates
    self.run = run
  }

  /// Returns the exit code: of the first failure when piped, else 0.
  package func lines() -> Int32 {
    var first: Int32 = 0
    if session.console.isInteractive { session.console.show(opening) }
    while true {
      do throws(Departure) {
        if session.console.isInteractive { session.show(.blank) }
        let line = try session.ask(Prompt(prompt, remember: false, complete: candidates), atMenu: true)
        try run(line)
      } catch {
        guard Self.goesOn(after: error, in: session, first: &first) else { return first }
      }
      session.tidy()
    }
  }

  /// One line, and no more.
  package static func once(_ session: Session, _ run: () throws(Departure) -> Void) -> Int32 {
    var first: Int32 = 0
    do throws(Departure) {
      try run()
    } catch {
      _ = goesOn(after: error, in: session, first: &first, isOnce: true)
      if first == 0, error != .quit { first = error.exitCode }
    }
    session.tidy()
    return first
  }

  private static func goesOn(
    after departure: Departure, in session: Session, first: inout Int32, isOnce: Bool = false
  ) -> Bool {
    switch departure {
    case .failed(let failure):
      let failure = failure.about(session.thing)
      session.show(.text(Rich(failure.sentences)))
      if first == 0, !session.console.isInteractive || isOnce { first = failure.code }
      return session.console.isInteractive || failure.code != 65
    case .paused, .interrupted: return true
    case .quit, .endOfInput, .hungUp: return false
    }
  }
}
