import ArgumentParser
import Conversation

/// `crisis`: help now. No passphrase, no vault, no content folder is needed.
struct Crisis: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisis",
    abstract: "Help now: whom to call. Needs no passphrase.",
    aliases: ["sos", "911", "988", "112", "999", "emergency", "suicide", "crises"])

  @Option(help: ArgumentHelp("Country code, such as US, GB or IE.", valueName: "cc"))
  var region: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    CrisisScreen(session: session).show(region: region.map { $0.uppercased() == "UK" ? "GB" : $0.uppercased() })
  }
}
