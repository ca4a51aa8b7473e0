import ArgumentParser
import Conversation

/// `seal`: any file, sealed for keys or with a passphrase.
package struct Seal: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Seal any file, so that only some can open it (age).")

  @Option(help: ArgumentHelp("A key that can open it; more than one is fine.", valueName: "age1…"))
  var to: [String] = []
  @Flag(help: "Make seven words that open it, and show them once.") var passphrase = false
  @Flag(help: "Write plain letters, for places that take only text.") var armor = false
  @Flag(help: "Replace the file that is there.") var replace = false
  @Option(help: ArgumentHelp("The sealed file to make.", valueName: "file")) var out: String
  @Argument(help: "The file to seal; - is standard input.") var file: String
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    var request = SealDesk.Request(
      input: try SealedPath.input(file, in: session), output: TypedPath(out, in: session).path)
    request.to = to
    request.passphrase = passphrase
    request.armoured = armor
    request.replacing = replace
    try SealDesk(session: session).seal(request)
  }
}

/// `unseal`: opens a sealed file.
package struct Unseal: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "unseal", abstract: "Open a sealed file with a key file or a passphrase.")

  @Option(help: ArgumentHelp("A file with your key; more than one is fine.", valueName: "file"))
  var identity: [String] = []
  @Flag(help: "Ask for the words that open it.") var passphrase = false
  @Flag(help: "Replace the file that is there.") var replace = false
  @Option(help: ArgumentHelp("The file to make.", valueName: "file")) var out: String
  @Argument(help: "The sealed file; - is standard input.") var file: String
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    var request = UnsealDesk.Request(
      input: try SealedPath.input(file, in: session), output: TypedPath(out, in: session).path)
    request.identities = identity.map { TypedPath($0, in: session).path }
    request.passphrase = passphrase
    request.replacing = replace
    try UnsealDesk(session: session).unseal(request)
  }
}

/// The file to read: standard input belongs to the shell where one runs.
package enum SealedPath {
  package static func input(_ typed: String, in session: Session) throws(Departure) -> String {
    guard typed == "-" else { return TypedPath(typed, in: session).path }
    guard !session.isShell, !session.console.isInteractive else {
      throw .failed(
        Failure("A file is needed here, or a pipe.", safe: "Nothing was written.", next: "Name a file.", code: 64))
    }
    return typed
  }
}
