import ArgumentParser
import Conversation
import Crypto
import Terminal
import Vault

/// `vault backup`: a copy of the sealed file.
package struct VaultBackup: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the encrypted file elsewhere.")

  @Argument(help: "The new file.") var file: String
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    let path = TypedPath(file, in: session).path
    try session.onVault { (vault) throws(VaultError) in try vault.backup(to: path) }
    session.console.show([.text("The backup is made. It opens with today's passphrase.")], to: .result)
  }
}

/// `vault erase`: destroys the journal and its side files, after a typed yes.
package struct VaultErase: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Destroy the journal, after a typed yes.")

  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    try Self.requireAnything(in: session.world.folder)
    session.show(
      .alert(Rich("This destroys the \(session.thing) in this folder. No one can bring it back.")),
      .text("Backups that you made stay as they are."))
    let line = Words.bare(try session.ask(Prompt("Type yes to destroy it, Enter to keep it: ")))
    guard line == "yes" else { return session.console.show([.text("Kept. Nothing was changed.")], to: .result) }
    session.lock()
    try session.onFolder { (folder) throws(VaultError) in try folder.erase() }
    session.console.show([.text(Rich("The \(session.thing) is gone from this folder."))], to: .result)
  }

  /// A journal, be it damaged, or what an interrupted change left of one.
  private static func requireAnything(in folder: VaultFolder) throws(Departure) {
    do throws(VaultError) {
      try folder.requireVault()
    } catch {
      switch error {
      case .leftover, .notAVault: return
      default: throw .failed(Failure(error))
      }
    }
  }
}
