import ArgumentParser
import Commands
import Conversation
import Terminal

/// The numbered menu; each line has its word.
enum Home {
  static let items: [(key: String, label: String, line: String)] = [
    ("1", "Check in (mood)", "mood"), ("2", "Hard moment (now)", "now"), ("3", "Practise", "practice"),
    ("4", "My plans", "plan"), ("5", "Learn", "learn"), ("6", "Progress and share", "progress"),
    ("0", "Help now (crisis)", "crisis"),
  ]

  static var lines: [Block] { items.map { .choice(key: $0.key, label: Rich($0.label)) } }

  /// The command line that a number of the menu stands for.
  static func line(for key: String) -> String? { items.first { $0.key == key }?.line }
}

/// `menu`: the numbered home menu.
struct Menu: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "menu", abstract: "The numbered menu.", aliases: ["home"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { session.console.show([.blank] + Home.lines) }
}
