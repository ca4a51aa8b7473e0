import ArgumentParser
import Commands
import Conversation
import Crypto
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
    guard !session.isShell else {
      throw .failed(Failure("The demo starts outside this shell.", next: "`quit`, then `handrail demo`.", code: 64))
    }
    var environment = session.world.environment
    environment.passphraseFile = nil
    var home = global.home
    if home == nil { home = try DemoFolder.make(environment) }
    environment.moveHome(to: home ?? environment.home)
    let world = World(console: session.console, clock: session.world.clock, environment: environment)
    let demo = Session(world)
    guard !world.folder.hasVault else {
      throw .failed(
        Failure(
          "There is a journal in that folder already.", safe: "It was left as it is.",
          next: "Name an empty folder with --home, or leave it out.", code: 73))
    }
    session.show(.quiet("Making a made-up journal…"))
    let new = NewJournal(session: demo)
    try new.create(
      try new.accept(SecretLine(copying: DemoFolder.passphrase.utf8)), kdf: KeyOptions.lightest(), recovery: false)
    var journal = DemoJournal(session: demo, seed: seed, days: days)
    let count = try journal.write()
    demo.tidy()
    session.console.show(
      [
        .pair("Folder", Rich(environment.home)), .pair("Passphrase", Rich(DemoFolder.passphrase)),
        .pair("Entries", Rich("\(count), all made up")),
      ], to: .result)
    guard !noShell, session.console.isInteractive else { return demo.lock() }
    session.show(.quiet(Rich("Nothing here is real. Delete the folder when you are done.")))
    var shell = ShellLoop(session: demo)
    _ = shell.run()
  }
}
