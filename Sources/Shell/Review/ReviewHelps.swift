import ArgumentParser
import Commands
import Conversation

/// `review helps`, or `helps`: what became of distress after each skill.
struct ReviewHelps: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "helps", abstract: "What helps me: ratings before and after, from my own tries.")

  @Flag(help: "How sure it is, and by feeling and time of day.") var details = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = HelpsDesk(session: session)
    if global.json { try desk.write(inDetail: details) } else { try desk.show(inDetail: details) }
  }
}
