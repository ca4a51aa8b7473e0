import ArgumentParser
import Conversation

/// `crisis`: help now. No passphrase, no vault, no content folder is needed.
package struct Crisis: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "crisis",
    abstract: "Help now: whom to call. Needs no passphrase.",
    aliases: ["sos", "911", "988", "112", "999", "emergency", "suicide", "crises"])

  @Argument(help: "1 suicide, 2 overdose, 3 withdrawal, 4 someone hurts me, 5 someone else: the first steps.")
  var situation: Int?
  @Option(help: ArgumentHelp("Country code, such as US, GB or IE.", valueName: "cc"))
  var region: String?
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    let region = region.map { $0.uppercased() == "UK" ? "GB" : $0.uppercased() }
    let screen = CrisisScreen(session: session)
    if let situation = situation.flatMap(CrisisSituation.init) { return screen.show(situation, region: region) }
    try screen.run(region: region)
  }
}
