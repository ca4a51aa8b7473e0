import ArgumentParser
import Conversation

/// A command of the table: the same type runs once from the command line and as a line of the shell.
package protocol SessionCommand: ParsableCommand {
  var global: GlobalOptions { get }
  mutating func run(in session: Session) throws(Departure)
}

/// Options that every command takes, before or after its name.
package struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where the journal lives.", valueName: "dir"))
  package var home: String?
  @Option(help: ArgumentHelp("A folder of content, laid over the installed one.", valueName: "dir"))
  package var content: String?
  @Option(help: ArgumentHelp("A file whose first line is the passphrase, for scripts.", valueName: "file"))
  package var passphraseFile: String?
  @Option(help: ArgumentHelp("Language of content, as two letters.", valueName: "code"))
  package var lang: String?
  @Flag(help: "For screen readers: no redrawing, no boxes, sentences and tables.")
  package var plain = false
  @Flag(help: "No colour.")
  package var noColor = false
  @Flag(help: "Machine-readable output where a command prints data.")
  package var json = false

  package init() {}

  package var options: Environment.Options {
    var options = Environment.Options()
    options.home = home
    options.content = content
    options.passphraseFile = passphraseFile
    options.language = lang
    options.plain = plain
    options.noColor = noColor
    return options
  }
}
