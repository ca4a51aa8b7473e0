import ArgumentParser
import Commands

/// The words of the family's shell. None of them could open a journal, or tell whether there is one.
struct FamilyTable: CommandTable {
  static let configuration = CommandConfiguration(
    commandName: "family", abstract: "For relatives and friends.",
    discussion: "In danger? Type `crisis`. Nothing here is saved.",
    subcommands: [
      FamilyNow.self, Learn.self, Define.self, FamilyCall.self, FamilyPrint.self, Crisis.self, FamilyMenu.self,
      FamilyWords.self, Hide.self, Quit.self, Version.self,
    ])
}
