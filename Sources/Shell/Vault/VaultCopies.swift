import ArgumentParser
import Conversation
import Crypto
import Terminal
import Vault

/// `vault backup`: a copy of the sealed file.
struct VaultBackup: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: "Copy the encrypted file elsewhere.")

  @Argument(help: "The new file.") var file: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let path = file
    try session.onVault { (vault) throws(VaultError) in try vault.backup(to: path) }
    session.console.show([.text("The backup is made. It opens with today's passphrase.")], to: .result)
  }
}

/// `vault restore`: puts a backup in the journal's place, after checking it.
struct VaultRestore: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in place. What it replaces is kept.")

  @Argument(help: "The backup.") var file: String
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    session.show(.text("The passphrase of the backup opens it, to check it before anything is replaced."))
    let passphrase = try Conversation.Unlock(session: session).passphraseAgain()
    session.lock()
    let path = file
    try session.onFolder { (folder) throws(VaultError) in
      try folder.restore(from: path, credential: .passphrase(passphrase))
    }
    session.console.show(
      [.text("The backup is in place. What was there before is kept beside it, with `.replaced` in its name.")],
      to: .result)
  }
}

/// `vault erase`: destroys the journal and its side files, after a typed yes.
struct VaultErase: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Destroy the journal, after a typed yes.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    guard session.world.folder.hasVault else { throw .failed(.noJournal) }
    session.show(
      .alert("This destroys the journal on this computer. No one can bring it back."),
      .text("Backups in other places stay as they are."))
    let line = Words.bare(try session.ask(Prompt("Type yes to destroy it, Enter to keep it: ")))
    guard line == "yes" else { return session.console.show([.text("Kept. Nothing was changed.")], to: .result) }
    session.lock()
    try session.onFolder { (folder) throws(VaultError) in try folder.erase() }
    session.console.show([.text("The journal is gone from this computer.")], to: .result)
  }
}
