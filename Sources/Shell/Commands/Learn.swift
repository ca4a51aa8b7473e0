import ArgumentParser
import Conversation

/// `learn`: psychoeducation to read. Needs no passphrase, and keeps nothing.
struct Learn: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Something to read: the list, or one page by its name.", aliases: ["read"])

  @Argument(help: "The name of a page, such as `riding-an-urge`.") var page: String?
  @Flag(help: "List the pages, and stop.") var list = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let reading = Reading(session: session)
    if let page { return try reading.open(page) }
    if list || !session.console.isInteractive { return try reading.list() }
    try reading.choose()
  }
}
