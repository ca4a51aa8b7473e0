import ArgumentParser
import Conversation
import Forms
import Terminal

/// The participant's shell: one line at a time, until the person leaves.
package struct ShellLoop {
  let session: Session

  package init(session: Session) {
    self.session = session
    session.isShell = true
  }

  /// Returns the exit code: of the first failure when piped, else 0.
  package mutating func run() -> Int32 {
    var first: Int32 = 0
    func note(_ departure: Departure) -> Bool {
      switch departure {
      case .failed(let failure):
        session.show(.text(Rich(failure.sentences)))
        if first == 0, !session.console.isInteractive { first = failure.code }
        return session.console.isInteractive || failure.code != 65
      case .paused, .interrupted: return true
      case .quit:
        try? session.makeSureOfDisk()
        return false
      case .endOfInput, .hungUp: return false
      }
    }
    do throws(Departure) {
      try Opening(session: session).run()
    } catch {
      if !note(error) { return finish(first) }
    }
    if session.console.isInteractive { session.console.show([.blank] + Home.lines) }
    while true {
      do throws(Departure) {
        if session.console.isInteractive { session.show(.blank) }
        let line = try session.ask(
          Prompt("> ", remember: true) { [session] in ShellCompletion.candidates($0, session) }, atMenu: true)
        try Dispatch(session: session).run(line)
      } catch {
        if !note(error) { return finish(first) }
      }
      session.tidy()
    }
  }

  private func finish(_ code: Int32) -> Int32 {
    if let path = session.movedTo {
      session.show(.text(Rich("Your journal is in \(path). Next time: `handrail --home \(Quoted.path(path))`")))
    }
    session.lock()
    return code
  }
}
