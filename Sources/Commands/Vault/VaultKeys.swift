import ArgumentParser
import Conversation
import Crypto
import Terminal
import Vault

/// `vault passphrase`: a new passphrase, with a new key under it.
package struct VaultPassphrase: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change the passphrase. Recovery words change with it.")

  @Option(help: ArgumentHelp("A file with the new passphrase, for scripts.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup var key: KeyOptions
  @Flag(help: "Make new recovery words.") var recovery = false
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    let had = try session.onVault { (vault) throws(VaultError) in vault.hasRecoveryWords }
    let new = NewJournal(session: session)
    let passphrase: SecretBytes
    var words = recovery
    if let file = newPassphraseFile {
      passphrase = try new.accept(try PassphraseFile.read(file))
    } else {
      session.show(.title("A new passphrase"), .alert("No one can reset this. Not the clinic, not us."))
      passphrase = try new.choose()
      if had && !recovery {
        session.show(.text("The old recovery words stop working with this change."))
        words = try session.choose(["Make new recovery words", "Go on without"], standard: 0) == 0
      }
    }
    let settings = try key.changed()
    session.show(.quiet("Changing it…"))
    let made = try session.onVault { (vault) throws(VaultError) in
      try vault.changePassphrase(to: passphrase, kdf: settings, recovery: words)
    }
    session.console.show(
      [.text("The passphrase is changed. Older copies in this folder are gone; backups elsewhere keep the old one.")],
      to: .result)
    if let made { try RecoveryOffer(session: session).showOnce(made) }
  }
}

/// `vault recovery`: recovery words, made anew or taken away.
package struct VaultRecovery: SessionCommand {
  package static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Make new recovery words, or take them away.")

  @Flag(help: "Take the recovery words away.") var remove = false
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    guard remove else { return try RecoveryOffer(session: session).make() }
    _ = try session.open()
    let passphrase = try Conversation.Unlock(session: session).passphraseAgain()
    try session.onVault { (vault) throws(VaultError) in try vault.removeRecoveryWords(passphrase: passphrase) }
    session.console.show([.text(Rich("The recovery words no longer open the \(session.thing)."))], to: .result)
  }
}

/// How costly a guess at the passphrase is made.
package struct KeyOptions: ParsableArguments {
  @Option(help: "Argon2id passes, 2 to 16; 3 unless said.") var argonPasses: UInt64?
  @Option(help: ArgumentHelp("Argon2id memory, 19 to 2048; 256 unless said.", valueName: "mib"))
  var argonMemory: UInt64?

  package init() {}

  /// For a new journal.
  package func settings() throws(Departure) -> KDFSettings { try changed() ?? KDFSettings() }

  /// For a journal that protects nothing.
  package static func lightest() -> KDFSettings { KDFSettings(passes: 2, memoryMiB: 19) }

  /// Nil when neither option was given.
  func changed() throws(Departure) -> KDFSettings? {
    guard argonPasses != nil || argonMemory != nil else { return nil }
    let standard = KDFSettings()
    let settings = KDFSettings(
      passes: argonPasses ?? standard.passes, memoryMiB: argonMemory ?? standard.memoryMiB)
    guard settings.isAllowed else {
      throw .failed(
        Failure("Passes go from 2 to 16, memory from 19 to 2048 MiB.", safe: "Nothing was changed.", code: 64))
    }
    return settings
  }
}
