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
      try open(with: .passphrase(try Passphrase.taking(try PassphraseFile.read(file))))
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
        session.show(.text(Rich("That did not open the \(session.thing). Nothing is lost; try again.")))
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
      try open(with: try credential(from: secret))
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

  /// What opens a file other than the open journal: its passphrase, or its recovery words after `words`.
  package func credential() throws(Departure) -> Credential {
    if let file = world.environment.passphraseFile {
      return .passphrase(try Passphrase.taking(try PassphraseFile.read(file)))
    }
    let line = try ask("Passphrase: ")
    return try credential(from: line)
  }

  /// Waits for the passphrase or the recovery words of the journal that stays open meanwhile.
  func prove(prompt: String) throws(Departure) {
    guard let vault = session.vault else { return }
    while true {
      let secret = try ask(prompt)
      if secret.count == 0 { continue }
      if ReservedWords.isOpener(secret) {
        CrisisScreen(session: session).show()
        continue
      }
      if ReservedWords.matches(secret, "hide") {
        session.console.clear()
        continue
      }
      do throws(Departure) {
        let credential = try self.credential(from: secret)
        if try session.onVault({ (_) throws(VaultError) in try vault.accepts(credential) }) { return }
      } catch {
        guard case .failed = error else { throw error }
      }
      session.show(.text(Rich("That did not open the \(session.thing). Nothing is lost; try again.")))
    }
  }

  private func ask(_ prompt: String) throws(Departure) -> SecretLine {
    do throws(Departure) { return try session.askSecret(prompt) } catch {
      guard error == .paused else { throw error }
      return SecretLine(capacity: 16)
    }
  }

  /// The recovery words after `words`, else the line itself.
  private func credential(from line: SecretLine) throws(Departure) -> Credential {
    guard ReservedWords.matches(line, "words") else { return .passphrase(try Passphrase.taking(line)) }
    return .recoveryWords(try askWords())
  }

  private func askWords() throws(Departure) -> RecoveryWords {
    session.show(.text("Type your twelve recovery words. Four letters of each are enough."))
    let line = try ask("Words: ")
    do {
      return try RecoveryWords(parsing: try Passphrase.taking(line))
    } catch let error as RecoveryWordsError {
      throw .failed(Failure(error))
    } catch {
      throw .failed(.unexpected)
    }
  }

  private func open(with credential: Credential) throws(Departure) {
    session.show(.quiet("Opening…"))
    do {
      session.hold(try OpenVault.open(in: world.folder, credential: credential))
    } catch {
      if case .openElsewhere(let process) = error { throw .failed(.openElsewhere(process, since: since)) }
      throw .failed(Failure(error))
    }
  }

  /// When the other session began, as people say it.
  private var since: String? {
    guard let seconds = world.folder.heldSince else { return nil }
    return Dates.words(milliseconds: seconds * 1000, now: world.clock.now())
  }
}
