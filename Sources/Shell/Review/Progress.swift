import ArgumentParser
import Commands
import Conversation
import Terminal

/// `progress`: the ways to look back and to share, by number.
struct Progress: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Progress and share: the week, charts, what helps, entries.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  /// What the menu can hold, and the line that each stands for.
  static let items: [(label: String, line: String)] = [
    ("This week", "review week"), ("Charts", "chart"), ("What helps me", "review helps"),
    ("Thought patterns", "review thoughts"), ("My weekly check-in", "measure"), ("Entries and search", "review"),
    ("Share", "share"),
  ]

  /// Those whose command the table knows: none leads nowhere.
  static var open: [(label: String, line: String)] { items.filter { Handrail.knows($0.line) } }

  mutating func run(in session: Session) throws(Departure) {
    let labels = Self.open.map { "\($0.label) (\($0.line))" }
    guard session.console.isInteractive else {
      return session.console.show(
        labels.enumerated().map { .choice(key: String($0.offset + 1), label: Rich($0.element)) }, to: .result)
    }
    session.show(.title("Progress and share"))
    let chosen = try session.choose(labels + ["Back to the menu"], standard: labels.count)
    guard chosen < labels.count else { return }
    try Dispatch(session: session).run(Self.open[chosen].line)
  }
}

extension Handrail {
  /// Whether a line begins with a command of the table, and goes on with its subcommands.
  static func knows(_ line: String) -> Bool {
    var level: any ParsableCommand.Type = Handrail.self
    for word in CommandWords.split(line) {
      let below = level.configuration.subcommands.first {
        $0._commandName == word || $0.configuration.aliases.contains(word)
      }
      guard let below else { return false }
      level = below
    }
    return true
  }
}
