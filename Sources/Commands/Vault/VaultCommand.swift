import ArgumentParser
import Conversation

/// `vault`: the file that holds the journal.
package struct VaultCommand: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "vault",
    abstract: "The encrypted file: make, look at, check, back up, restore, salvage, erase.",
    subcommands: [
      VaultInit.self, VaultInfo.self, VaultCheck.self, VaultPassphrase.self, VaultRecovery.self, VaultBackup.self,
      VaultRestore.self, VaultSalvage.self, VaultErase.self,
    ])
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    throw .failed(
      Failure(
        "`vault` needs one more word: init, info, check, passphrase, recovery, backup, restore, salvage or erase.",
        code: 64))
  }
}
