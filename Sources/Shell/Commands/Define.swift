import ArgumentParser
import Commands
import Conversation

/// `define`: the glossary. Needs no passphrase.
struct Define: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "define", abstract: "What a word means, such as `define lapse`.", aliases: ["glossary"])

  @Argument(parsing: .remaining, help: "The word, or the first letters of it.") var words: [String] = []
  @Flag(help: "List every word, and stop.") var list = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = GlossaryDesk(session: session)
    // A sentence that happens to begin with this word is a sentence.
    if words.count > 3, session.isShell, !desk.knows(words.joined(separator: " ")) {
      return try KeptSentence(session: session).answer("define " + words.joined(separator: " "))
    }
    if !words.isEmpty { return try desk.define(words.joined(separator: " "), json: global.json) }
    if list || global.json || !session.console.isInteractive { return try desk.list(json: global.json) }
    try desk.ask()
  }
}
