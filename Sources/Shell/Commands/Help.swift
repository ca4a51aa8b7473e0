import ArgumentParser
import Commands
import Conversation
import Terminal

/// `help`: the menu's words; `help all` the rest; `help mood` one command.
struct Help: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "These words; `help all` shows the rest.", aliases: ["?"])

  @Argument(help: "all, or a command.") var topic: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard let topic, topic != "all", !Handrail.words.contains(topic) else { return }
    throw ValidationError("There is no command `\(topic)`.")
  }

  mutating func run(in session: Session) throws(Departure) {
    switch topic {
    case nil:
      session.console.show([Self.first] + Home.lines + Self.words, to: .result)
    case "all":
      session.console.show([Self.first] + Self.everything, to: .result)
    case let topic?:
      guard let command = Handrail.command(named: topic) else { return }
      session.console.show([Self.first], to: .result)
      session.console.write(raw: Handrail.helpMessage(for: command, columns: session.console.width) + "\n")
    }
  }

  static let first: Block = .alert("In danger, or thinking of suicide? Type crisis.")

  private static let words: [Block] = [
    .quiet(
      "Also: today, chart, week, helps, review, search, edit, delete, undo, hide, lock, settings. `help all` shows all."
    ),
    .quiet("In any question: back, skip, why, pause, crisis, help."),
  ]

  private static var everything: [Block] {
    Handrail.configuration.subcommands.map { .pair($0._commandName, Rich($0.configuration.abstract)) }
  }
}
