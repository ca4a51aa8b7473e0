import ArgumentParser
import Commands
import Conversation

/// `review beside`: sleep, movement, practice and company beside the next day's mood.
struct ReviewBeside: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "beside", abstract: "Sleep, movement, practice and company beside the next day's mood.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = BesideDesk(session: session)
    if global.json { try desk.write() } else { try desk.show() }
  }
}
