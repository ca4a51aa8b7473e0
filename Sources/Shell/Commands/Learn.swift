import ArgumentParser
import Commands
import Conversation

/// `learn`: psychoeducation to read. Needs no passphrase; what is kept of it is kept in an open journal alone.
struct Learn: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Something to read: by topic, by its name, or `learn search WORDS`.", aliases: ["read"])

  @Argument(help: "The name of a page, such as `riding-an-urge`, or `search`.") var page: String?
  @Argument(parsing: .remaining, help: "What to search for.") var words: [String] = []
  @Flag(help: "List the pages, and stop.") var list = false
  @Flag(help: "Search titles, topics and text; without words, Handrail asks for them.") var search = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if !words.isEmpty && !search && page != "search" {
      throw ValidationError("`learn` takes the name of one page; `learn search` takes words.")
    }
  }

  mutating func run(in session: Session) throws(Departure) {
    if search || page == "search" { return try find(in: session) }
    let reading = Reading(session: session)
    if let page { return try global.json ? ModuleJSON(session: session).page(page) : reading.open(page) }
    if global.json { return try ModuleJSON(session: session).list() }
    if list || !session.console.isInteractive { return try reading.list() }
    try reading.choose()
  }

  private func find(in session: Session) throws(Departure) {
    let all = (page == "search" ? [] : [page].compactMap { $0 }) + words
    let wanted = all.isEmpty ? try session.ask(.init("Search for: ")) : all.joined(separator: " ")
    guard wanted.contains(where: { !$0.isWhitespace }) else { return }
    try global.json ? ModuleJSON(session: session).search(wanted) : LearnDesk(session: session).search(wanted)
  }
}
