import ArgumentParser

/// The words of the family's shell. None of them could open a journal, or tell whether there is one.
struct FamilyTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "family", abstract: "For relatives and friends.",
    discussion: "In danger? Type `crisis`. Nothing here is saved.",
    subcommands: [
      FamilyNow.self, Learn.self, Define.self, FamilyCall.self, FamilyPrint.self, Crisis.self, FamilyMenu.self,
      FamilyWords.self, Hide.self, Quit.self, Version.self,
    ])

  static let names: [String] = configuration.subcommands.flatMap {
    [$0._commandName] + $0.configuration.aliases
  }

  static func command(named word: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0._commandName == word || $0.configuration.aliases.contains(word) }
  }
}
