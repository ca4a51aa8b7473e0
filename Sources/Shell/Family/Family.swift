import ArgumentParser
import Commands
import Conversation

/// `family`: the shell for relatives and friends. It has a table of its own; the journal's commands are not in it.
struct Family: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "family",
    abstract: "For relatives and friends: how to help, something to read, whom to call. Saves nothing.",
    discussion: "With words after it, as in `family print --out FILE`, one line of that shell is run.")

  @Argument(parsing: .allUnrecognized, help: "A line of the family's shell.") var line: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  /// From another shell's line: what is open is closed first, and leaving ends the program.
  mutating func run(in session: Session) throws(Departure) {
    let isLine = line.isEmpty || line.count == 1 && FamilyTable.words.contains(line[0].lowercased())
    if session.isShell && !isLine {
      // A sentence about one's family is a sentence.
      return try KeptSentence(session: session).answer("family " + line.joined(separator: " "))
    }
    session.lock()
    session.console.clear()
    _ = loop(in: session).run()
    throw .quit
  }

  /// A loop that knows of no journal: a world without its folder's content, and a session that opens none.
  func loop(in session: Session) -> FamilyLoop {
    let world = World(
      console: session.console, clock: session.world.clock, environment: session.world.environment.awayFromHome)
    return FamilyLoop(
      session: Session(world, side: .family), line: line.isEmpty ? nil : line + (global.json ? ["--json"] : []))
  }
}
