import ArgumentParser

/// The root of a shell's commands.
package protocol CommandTable: ParsableCommand {}

extension CommandTable {
  /// The words that a line can begin with.
  package static var words: [String] {
    configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases }
  }

  /// The command a word stands for.
  package static func command(named word: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0._commandName == word || $0.configuration.aliases.contains(word) }
  }
}
