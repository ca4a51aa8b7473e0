import Commands
import Conversation
import Terminal

/// The family's shell. It reads no journal and writes nothing.
struct FamilyLoop {
  let session: Session
  /// Words that were given with `family`; then one line is run, and no more.
  var line: [String]?

  init(session: Session, line: [String]? = nil) {
    self.session = session
    self.line = line
    session.isShell = line == nil
  }

  /// Returns the exit code.
  func run() -> Int32 {
    let dispatch = FamilyDispatch(session: session)
    if let line { return CommandLoop.once(session) { () throws(Departure) in try dispatch.run(words: line) } }
    return CommandLoop(
      session: session, prompt: "family> ", opening: FamilyHome.opening + [.blank] + FamilyHome.lines,
      candidates: { [session] in Self.candidates($0, session) }
    ) { (line) throws(Departure) in try dispatch.run(line) }.lines()
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
