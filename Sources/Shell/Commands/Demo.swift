import ArgumentParser
import Commands
import Conversation
import Terminal

/// `demo`: a throwaway journal of made-up entries, twelve weeks unless told otherwise, and the shell on it.
struct Demo: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "A quick look: a made-up journal in a folder of its own.")

  @Option(help: "The same seed makes the same entries.") var seed: UInt64 = 1
  @Option(help: "How many days it reaches back.") var days = DemoJournal.days
  @Flag(help: "Print the folder and the passphrase, and stop.") var noShell = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard (7...7300).contains(days) else { throw ValidationError("--days takes a number from 7 to 7300.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    let demo = try DemoStart.begin(session, home: global.home, saying: "Making a made-up journal…")
    var journal = DemoJournal(session: demo, seed: seed, days: days)
    let count = try journal.write()
    demo.tidy()
    session.console.show(
      [
        .pair("Folder", Rich(demo.world.environment.home)), .pair("Passphrase", Rich(DemoFolder.passphrase)),
        .pair("Entries", Rich("\(count), all made up")),
      ], to: .result)
    guard !noShell, session.console.isInteractive else { return demo.lock() }
    session.show(.quiet(Rich("Nothing here is real. Delete the folder when you are done.")))
    var shell = ShellLoop(session: demo)
    _ = shell.run()
  }
}
