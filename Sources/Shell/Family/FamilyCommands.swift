import ArgumentParser
import Commands
import Conversation
import Terminal

/// `now`: how to help right now.
struct FamilyNow: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "How to help right now: one choice, then short steps.", aliases: ["how"])

  @Argument(help: "1 suicide, 2 overdose, 3 withdrawal, 4 violence, 5 very upset, 6 after a lapse.")
  var situation: Int?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try FamilyHelp(session: session).run(situation.flatMap(FamilySituation.init))
  }
}

/// `call`: every line for the country.
struct FamilyCall: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Whom to call.", aliases: ["lines", "numbers"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    session.console.show(FamilyPaper(session: session).lines, to: .result)
  }
}

/// `print`: lines and signs on one page.
struct FamilyPrint: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "A list of lines and warning signs, here or in a file.")
  @Option(help: ArgumentHelp("Write it to this file.", valueName: "file")) var out: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let paper = FamilyPaper(session: session)
    if let out { try paper.write(to: out) } else { try paper.offer() }
  }
}

/// `menu`: the numbered home menu.
struct FamilyMenu: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "menu", abstract: "The numbered menu.", aliases: ["home"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { session.console.show([.blank] + FamilyHome.lines) }
}

/// `help`: the words of this shell.
struct FamilyWords: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "These words.", aliases: ["?"])
  @Argument(help: "A word.") var topic: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    session.console.show([.alert("In danger? Type crisis.")] + FamilyHome.lines, to: .result)
    let words = FamilyTable.configuration.subcommands.map { command in
      Block.pair(command._commandName, Rich(String(command.configuration.abstract.prefix { $0 != "." }) + "."))
    }
    session.console.show([.blank] + words, to: .result)
  }
}
