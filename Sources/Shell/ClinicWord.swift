import ArgumentParser
import Commands
import Conversation

/// `clinic`: the programme's side. Its shell and its files are its own; the executable knows both.
package struct ClinicWord: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "clinic",
    abstract: "For a programme: take in what participants share, and read it.",
    discussion: "With words after it, as in `clinic roster`, one line of that shell is run. `clinic help` lists them.")

  @Argument(parsing: .allUnrecognized, help: "A line of the clinic's shell.") var line: [String] = []
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  /// The line, with what every command takes and the parser has taken from it; nil for the shell itself.
  package var words: [String]? {
    guard !line.isEmpty else { return nil }
    return line + (global.json ? ["--json"] : []) + (global.home.map { ["--home", $0] } ?? [])
  }

  /// From the line of another shell: that one is a person's own.
  package mutating func run(in session: Session) throws(Departure) {
    guard line.isEmpty || session.isShell == false else {
      return try KeptSentence(session: session).answer("clinic " + line.joined(separator: " "))
    }
    throw .failed(
      Failure(
        "`clinic` is for a programme, and starts outside this shell.", next: "`quit`, then `handrail clinic`.",
        code: 64))
  }
}
