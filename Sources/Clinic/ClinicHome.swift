import ArgumentParser
import Commands
import Conversation
import Terminal

/// The programme's numbered menu; each line has its word.
enum ClinicHome {
  static let items: [(key: String, label: String, line: String)] = [
    ("1", "Who is here (roster)", "roster"), ("2", "Take in files (import)", "import"),
    ("3", "One page before a session (page)", "page"), ("4", "Give something to do (assign)", "assign"),
    ("5", "Add a participant (enroll)", "enroll"), ("6", "Pass data on (export)", "export"),
    ("0", "Whom to call (crisis)", "crisis"),
  ]

  static let opening: [Block] = [
    .title("Handrail, for a programme"),
    .text("Nobody watches what participants write. It is read when you read it here."),
    .quiet("`help` shows the words, `hide` clears the screen and locks, `quit` leaves."),
  ]

  static var lines: [Block] { items.map { .choice(key: $0.key, label: Rich($0.label)) } }

  static func line(for key: String) -> String? { items.first { $0.key == key }?.line }
}

/// `menu`: the numbered menu.
struct ClinicMenu: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "menu", abstract: "The numbered menu.", aliases: ["home"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { session.console.show([.blank] + ClinicHome.lines) }
}

/// `help`: the words of this shell.
struct ClinicHelp: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "These words; `help page` one of them.", aliases: ["?"])
  @Argument(help: "A word.") var topic: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    if let topic {
      guard let command = ClinicTable.command(named: topic.lowercased()) else {
        throw .failed(Failure("There is no word `\(topic)`.", next: "`help` shows the words.", code: 64))
      }
      return session.console.write(
        raw: session.said(ClinicTable.helpMessage(for: command, columns: session.console.width)) + "\n")
    }
    let words = ClinicTable.configuration.subcommands.map { command in
      Block.pair(
        command._commandName, Rich(session.said(String(command.configuration.abstract.prefix { $0 != "." }) + ".")))
    }
    session.console.show(words, to: .result)
  }
}
