import ArgumentParser
import Conversation
import Terminal

/// The family's shell: one line at a time. It reads no journal and writes nothing.
struct FamilyLoop {
  let session: Session
  /// Words that were given with `family`; then one line is run, and no more.
  var line: [String]?

  init(session: Session, line: [String]? = nil) {
    self.session = session
    self.line = line
    session.isShell = line == nil
  }

  /// Returns the exit code: of the first failure when piped, else 0.
  func run() -> Int32 {
    var first: Int32 = 0
    func note(_ departure: Departure) -> Bool {
      switch departure {
      case .failed(let failure):
        session.show(.text(Rich(failure.sentences)))
        if first == 0, !session.console.isInteractive || line != nil { first = failure.code }
        return session.console.isInteractive || failure.code != 65
      case .paused, .interrupted: return true
      case .quit, .endOfInput, .hungUp: return false
      }
    }
    if let line {
      do throws(Departure) { try FamilyDispatch(session: session).run(words: line) } catch { _ = note(error) }
      return first
    }
    if session.console.isInteractive { session.console.show(FamilyHome.opening + [.blank] + FamilyHome.lines) }
    while true {
      do throws(Departure) {
        if session.console.isInteractive { session.show(.blank) }
        let line = try session.ask(
          Prompt("family> ", remember: false) { [session] in Self.candidates($0, session) }, atMenu: true)
        try FamilyDispatch(session: session).run(line)
      } catch {
        if !note(error) { return first }
      }
    }
  }

  private static func candidates(_ typed: String, _ session: Session) -> [Completion] {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let all: [String] =
      switch words.count {
      case ...1: FamilyTable.configuration.subcommands.map { $0._commandName }
      case 2 where ["learn", "read"].contains(words[0]): session.world.library.modules().map(\.id)
      default: []
      }
    return all.filter { $0.hasPrefix(words.last ?? "") }.map { Completion($0) }
  }
}
