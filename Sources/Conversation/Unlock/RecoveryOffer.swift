import Crypto
import Forms
import Terminal
import Vault

/// Recovery words: made now or later, shown once.
package struct RecoveryOffer {
  let session: Session
  /// Who keeps them for a programme; nil where nobody is named.
  let holder: String?
  private static let asked = "recovery-asked"
  private static let begun = "begun"

  package init(session: Session, holder: String? = nil) {
    self.session = session
    self.holder = holder
  }

  /// Notes the first day, so that the words are asked about once more on the third.
  func noteFirstDay() throws(Departure) {
    let today = session.world.clock.now().day
    try session.inJournal { (store) throws(VaultError) in try store.remember(Self.begun, Array(today.iso.utf8)) }
  }

  func offerOnThirdDay() throws(Departure) {
    guard session.console.isInteractive, let vault = session.vault, !vault.hasRecoveryWords, !vault.isReadOnly else {
      return
    }
    let today = session.world.clock.now().day
    let due = try session.inJournal { (store) throws(VaultError) -> Bool in
      guard try store.memory(Self.asked) == nil, let begun = try store.memory(Self.begun) else { return false }
      guard let first = Day(iso: String(decoding: begun, as: UTF8.self)) else { return false }
      return today >= first.adding(days: 2)
    }
    guard due else { return }
    session.rememberIfPossible(Self.asked, [1])
    session.show(
      .text("You have no recovery words yet. If the passphrase is forgotten, they are the only other way in."))
    if try session.choose(["Make recovery words now", "Not now (`vault recovery` makes them any time)"]) == 0 {
      try make()
    }
  }

  /// Makes recovery words, in place of earlier ones. Asks for the passphrase, because it seals the new key.
  package func make() throws(Departure) {
    _ = try session.open()
    let passphrase = try Unlock(session: session).passphraseAgain()
    session.show(.quiet("Making them…"))
    try showOnce(
      try session.onVault { (vault) throws(VaultError) in try vault.remakeRecoveryWords(passphrase: passphrase) })
  }

  /// Shows the words, waits, and clears the screen.
  package func showOnce(_ recovery: RecoveryWords) throws(Departure) {
    guard let words = try? recovery.words() else { throw .failed(.unexpected) }
    guard session.side != .clinic else { return try hand(words) }
    session.console.show([.title("Your recovery words"), session.numbered(words)], to: .result)
    session.show(
      .text("Write them on paper, and keep the paper away from this computer. They are shown only now."))
    try waitForPaper()
  }

  /// A programme's words go to a second person.
  private func hand(_ words: [String]) throws(Departure) {
    let holder = holder ?? "the second holder"
    session.console.show([.title(Rich("Recovery words, for \(holder)")), session.numbered(words)], to: .result)
    session.show(
      .text(Rich("Write them on paper for \(holder), who keeps it away from this computer. They are shown only now.")),
      .text("With `words` in place of the passphrase they open the caseload, so that leave or turnover loses nothing."))
    try waitForPaper()
  }

  private func waitForPaper() throws(Departure) {
    guard session.console.isInteractive else { return }
    _ = try session.ask(Prompt("Enter when they are on paper: "))
    session.console.clear()
  }
}
