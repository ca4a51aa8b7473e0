import ArgumentParser
import Conversation
import Journal
import Vault

/// `plan`: the emergency plan; shows the newest version, and leads through it.
struct Plan: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "My emergency plan: read it, write it, change it.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = FormDesk(session: session)
    let today = session.world.clock.now().day
    let newest = try session.inJournal { (store) throws(VaultError) in
      try store.entries(EntryFilter(form: "emergency-plan", limit: 1)).first
    }
    guard let newest else { return try desk.fill(try desk.form("emergency-plan"), day: today) }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: newest) }
    session.console.show(EntryText.blocks(for: newest, form: form, today: today), to: .result)
    guard session.console.isInteractive else { return }
    if try session.choose(["Leave it as it is", "Write a new version, step by step"], standard: 0) == 1 {
      try desk.fill(try desk.form("emergency-plan"), day: today)
    }
  }
}
