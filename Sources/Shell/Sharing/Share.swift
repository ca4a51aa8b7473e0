import ArgumentParser
import Commands
import Conversation

/// `share`: what the clinic gets, and who it is for.
struct Share: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Share what you choose with your clinic, after you have seen it.",
    subcommands: [
      ShareNow.self, ShareLogCommand.self, ShareWithdraw.self, ShareAdd.self, ShareRecipients.self, ShareRemove.self,
    ], defaultSubcommand: ShareNow.self)
}

/// `share add`: a key card of somebody that files can be sealed for.
struct ShareAdd: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add the key card of your clinic.")

  @Flag(help: "Choose another name for it; Handrail asks for it.") var name = false
  @Flag(help: "The eight words were compared: do not ask.") var yes = false
  @Argument(help: "The file with the card.") var card: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try AddingCard(session: session, isCompared: yes, asksName: name).add(TypedPath(card, in: session).path)
  }
}

/// `share recipients`: everyone that was added.
struct ShareRecipients: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipients", abstract: "Who was added, when, and their eight words.")

  @Flag(help: "Former ones too.") var all = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try RecipientDesk(session: session).show(everyone: all, json: global.json)
  }
}

/// `share remove`: nothing is sealed for them any more.
struct ShareRemove: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take somebody off the list.")

  @Argument(help: "The name; without it, Handrail asks.") var name: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { try RecipientDesk(session: session).remove(name) }
}
