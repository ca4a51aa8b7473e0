import ArgumentParser
import Commands
import Conversation
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
    let demo = try DemoStart.begin(session, home: global.home, saying: "Making twelve made-up participants…")
    let made = try DemoCaseload(session: demo, seed: seed).write()
    demo.tidy()
    session.console.show(
      [
        .pair("Folder", Rich(demo.world.environment.home)), .pair("Passphrase", Rich(DemoFolder.passphrase)),
        .pair("People", Rich("\(made.people), all made up")), .pair("Files taken in", Rich(String(made.taken))),
        .pair("To take in", Rich("\(made.left) files in \(made.folder)")),
      ], to: .result)
    guard !noShell, session.console.isInteractive else { return demo.lock() }
    session.show(.quiet("Nothing here is real. Delete the folder when you are done."))
    _ = ClinicShell.run(demo, line: nil)
  }
}
