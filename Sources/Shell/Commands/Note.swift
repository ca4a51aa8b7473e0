import ArgumentParser
import Commands
import Conversation

/// `note`: writing things down, without questions.
struct Note: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write something down, in your own words.", aliases: ["write"])

  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = FormDesk(session: session)
    try desk.fill(try desk.form("note"), day: try about.day(in: session))
  }
}
