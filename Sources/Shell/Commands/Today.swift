import ArgumentParser
import Commands
import Conversation

/// `today`: what is open today, and one suggestion.
struct Today: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "today", abstract: "What is open today.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { try TodayScreen(session: session).show() }
}
