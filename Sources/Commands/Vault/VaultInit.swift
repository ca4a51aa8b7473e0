import ArgumentParser
import Conversation
import Crypto
import Terminal
import Vault

/// `vault init`: makes a new journal. With a passphrase file it asks nothing.
package struct VaultInit: SessionCommand {
  package static let configuration = CommandConfiguration(commandName: "init", abstract: "Make a new journal.")

  @Option(help: ArgumentHelp("Country code, for the crisis lines.", valueName: "cc")) var region: String?
  @OptionGroup var key: KeyOptions
  @Flag(help: "Make recovery words, and show them once.") var recovery = false
  @OptionGroup(title: "Everywhere") package var global: GlobalOptions

  package init() {}

  package mutating func run(in session: Session) throws(Departure) {
    if session.side == .clinic, session.world.environment.passphraseFile == nil {
      throw .failed(
        Failure("A caseload is made with `init`, which asks what it needs.", safe: "Nothing was made.", code: 64))
    }
    guard !session.world.folder.hasVault else {
      throw .failed(
        Failure(
          "There is a journal here already.", safe: "It was left as it is.",
          next: session.side == .clinic ? "`handrail clinic` opens it." : "`handrail` opens it.", code: 73))
    }
    var settings = session.world.settings
    if let region {
      guard settings.set("region", region) else {
        throw .failed(Failure("A region is two letters, such as US or IE.", safe: "Nothing was made.", code: 64))
      }
    }
    let new = NewJournal(session: session)
    if let file = session.world.environment.passphraseFile {
      let passphrase = try new.accept(try PassphraseFile.read(file))
      try new.create(passphrase, kdf: try key.settings(), recovery: recovery)
      try settings.write(inHome: session.world.environment.home)
      session.world.settings = settings
      session.show(.text(Rich(session.said("A new journal is made."))))
    } else {
      if region != nil {
        try settings.write(inHome: session.world.environment.home)
        session.world.settings = settings
      }
      try new.begin(kdf: try key.settings())
    }
  }
}
