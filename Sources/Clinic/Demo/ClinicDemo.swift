import ArgumentParser
import Commands
import Conversation
import Crypto
import Exchange
import Terminal
import Vault

/// `demo`: a throwaway caseload of twelve made-up participants over twelve weeks, and the shell on it.
struct ClinicDemo: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "A quick look: twelve made-up participants in a folder of their own.")

  @Option(help: "The same seed makes the same people.") var seed: UInt64 = 1
  @Flag(help: "Print the folder and the passphrase, and stop.") var noShell = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    guard !session.isShell else {
      throw .failed(
        Failure("The demo starts outside this shell.", next: "`quit`, then `handrail clinic demo`.", code: 64))
    }
    var environment = session.world.environment
    environment.passphraseFile = nil
    var home = global.home
    if home == nil { home = try DemoFolder.make(environment) }
    environment.moveHome(to: home ?? environment.home)
    let world = World(console: session.console, clock: session.world.clock, environment: environment)
    let demo = Session(world, side: .clinic)
    guard !world.folder.hasVault else {
      throw .failed(
        Failure(
          "There is a caseload in that folder already.", safe: "It was left as it is.",
          next: "Name an empty folder with --home, or leave it out.", code: 73))
    }
    session.show(.quiet("Making twelve made-up participants…"))
    let new = NewJournal(session: demo)
    try new.create(
      try new.accept(SecretLine(copying: DemoFolder.passphrase.utf8)), kdf: KeyOptions.lightest(), recovery: false)
    let made = try DemoCaseload(session: demo, seed: seed).write()
    demo.tidy()
    session.console.show(
      [
        .pair("Folder", Rich(environment.home)), .pair("Passphrase", Rich(DemoFolder.passphrase)),
        .pair("People", Rich("\(made.people), all made up")), .pair("Files taken in", Rich(String(made.taken))),
        .pair("To take in", Rich("\(made.left) files in \(made.folder)")),
      ], to: .result)
    guard !noShell, session.console.isInteractive else { return demo.lock() }
    session.show(.quiet("Nothing here is real. Delete the folder when you are done."))
    _ = ClinicShell.run(demo, line: nil)
  }
}
