import ArgumentParser
import Conversation

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

  /// Runs a line of this table, given as words. Help that was asked for is shown; what does not parse goes to `misread`.
  package static func run(
    _ words: [String], in session: Session, misread: (any Error) throws(Departure) -> Void
  ) throws(Departure) {
    do {
      var command = try parseAsRoot(words)
      if var command = command as? any SessionCommand {
        if command.global.plain { session.console.isPlain = true }
        try command.run(in: session)
      } else {
        try command.run()
      }
    } catch let departure as Departure {
      throw departure
    } catch {
      guard exitCode(for: error) == .success else { return try misread(error) }
      session.console.write(raw: fullMessage(for: error, columns: session.console.width) + "\n")
    }
  }
}
