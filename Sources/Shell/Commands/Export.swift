import ArgumentParser
import Commands
import Conversation

/// `export everything`: all of a person's data, to take along.
struct Export: SessionCommand {
  enum What: String, ExpressibleByArgument, CaseIterable { case everything }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Take everything with you: one file that `import` reads into a new journal.",
    discussion: "The file is readable for whoever gets it, unless it is sealed with --passphrase or --to.")

  @Argument(help: "What goes: everything.") var what: What
  @Option(help: ArgumentHelp("The file to make.", valueName: "file")) var out: String
  @Option(help: ArgumentHelp("Seal it for a key, or for somebody whose card you added.", valueName: "age1…"))
  var to: [String] = []
  @Flag(help: "Seal it with seven words, and show them once.") var passphrase = false
  @Flag(help: "Put your secret keys in it too.") var withKeys = false
  @Flag(help: "Replace the file that is there.") var replace = false
  @Flag(help: "Ask nothing.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    var request = EverythingDesk.Request(
      output: TypedPath(out, in: session).path, app: "handrail \(Handrail.version)")
    request.to = to
    request.passphrase = passphrase
    request.withKeys = withKeys
    request.replacing = replace
    request.yes = yes
    try EverythingDesk(session: session).export(request)
  }
}
