import ArgumentParser
import Commands
import Conversation

/// `search`: words over all entries; `review --search` is the same.
struct Search: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in all you wrote, also with form:mood, day:2026-11 or tag:work.", aliases: ["find"])

  @Argument(parsing: .remaining, help: "Inside the shell: the words. Outside, Handrail asks for them.")
  var words: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try PrivateWords.refuse(words, in: session, instead: "handrail search")
    guard let typed = try PrivateWords.gather(words, asked: true, prompt: "Search for: ", in: session) else { return }
    try SearchResults(session: session).run(typed, asJSON: global.json)
  }
}
