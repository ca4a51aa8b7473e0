import ArgumentParser
import Commands
import Conversation

/// `review thoughts`: traps, thoughts and tests over time.
struct ReviewThoughts: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "thoughts", abstract: "Thought patterns: traps, belief before and after, tests.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = ThoughtsDesk(session: session)
    if global.json { try desk.write() } else { try desk.show() }
  }
}
