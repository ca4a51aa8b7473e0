import Crypto
import Journal
import Terminal
import Vault

/// Asks for the passphrase and opens the journal. A wrong one costs only time.
package struct Unlock {
  let session: Session
  var world: World { session.world }

  package init(session: Session) { self.session = session }

  private enum Attempt { case opened, again, wrong(Failure), without }

  /// Leaves with `.paused` when the person goes on without the journal. `stayingUntilOpen`: after an idle lock.
  /// `prompt` is masked; after `hide` it names nothing.
  package func run(stayingUntilOpen: Bool = false, prompt: String = "Passphrase: ") throws(Departure) {
    try session.onFolder { (folder) throws(VaultError) in try folder.requireVault() }
    if let file = world.environment.passphraseFile {
      try open(with: try PassphraseFile.read(file))
      return try Welcome(session: session).show()
    }
    var wrong = 0
    while true {
      switch try attempt(prompt) {
      case .opened: return try Welcome(session: session).show()
      case .again: continue
      case .without:
        if session.isShell && !stayingUntilOpen { throw .paused }
      case .wrong(let failure):
        wrong += 1
        session.show(.text("That did not open the journal. Nothing is lost; try again."))
        guard wrong % 3 == 0 else { continue }
        session.show(.quiet("If you have recovery words, type `words`. `crisis` works here too."))
        if stayingUntilOpen { continue }
        throw session.isShell ? .paused : .failed(failure)
      }
    }
  }

  private func attempt(_ prompt: String) throws(Departure) -> Attempt {
    let secret = try ask(prompt)
    if secret.count == 0 { return .without }
    if ReservedWords.isOpener(secret) {
      CrisisScreen(session: session).show()
      return .again
    }
    if ReservedWords.matches(secret, "quit") { throw .quit }
    if ReservedWords.matches(secret, "hide") {
      session.console.clear()
      return .again
    }
    do {
      if ReservedWords.matches(secret, "words") { try openWithWords() } else { try open(with: secret) }
      return .opened
    } catch {
      guard case .failed(let failure) = error, failure.code == 77 else { throw error }
      return .wrong(failure)
    }
  }

  /// The passphrase of the open journal, asked for again before something that cannot be undone.
  package func passphraseAgain() throws(Departure) -> SecretBytes {
    if let file = world.environment.passphraseFile { return try Passphrase.taking(try PassphraseFile.read(file)) }
    return try Passphrase.taking(try ask("Passphrase: "))
  }

  private func ask(_ prompt: String) throws(Departure) -> SecretLine {
    switch session.console.askSecret(prompt) {
    case .secret(let secret): return secret
    case .interrupted: throw .interrupted
    case .endOfInput: throw .endOfInput
    case .hangUp: throw .hungUp
    case .idle: return SecretLine(capacity: 16)
    case .noTerminal: throw .failed(.noTerminalForPassphrase)
    }
  }

  private func openWithWords() throws(Departure) {
    session.show(.text("Type your twelve recovery words. Four letters of each are enough."))
    let line = try ask("Words: ")
    let words: RecoveryWords
    do {
      words = try RecoveryWords(parsing: try Passphrase.taking(line))
    } catch let error as RecoveryWordsError {
      throw .failed(Failure(error))
    } catch {
      throw .failed(.unexpected)
    }
    session.show(.quiet("Opening…"))
    do {
      session.hold(try OpenVault.open(in: world.folder, recovery: words))
    } catch {
      throw .failed(Failure(error))
    }
  }

  private func open(with secret: SecretLine) throws(Departure) {
    let passphrase = try Passphrase.taking(secret)
    session.show(.quiet("Opening…"))
    do {
      session.hold(try OpenVault.open(in: world.folder, passphrase: passphrase))
    } catch {
      throw .failed(Failure(error))
    }
  }
}
