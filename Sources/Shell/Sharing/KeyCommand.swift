import ArgumentParser
import Commands
import Conversation

/// `key`: the person's key card.
struct KeyCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "My key card, for the clinic: what they seal files for me with.")

  @Flag(help: "Choose the name on the card; Handrail asks for it.") var name = false
  @Option(help: ArgumentHelp("Write the card to a new file.", valueName: "file")) var out: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = KeyDesk(session: session)
    if name { try desk.askName() }
    try desk.show(out: out.map { TypedPath($0, in: session).path }, json: global.json)
  }
}
