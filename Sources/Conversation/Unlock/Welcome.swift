import Forms
import Journal
import Terminal
import Vault

/// What is said once the journal is open: when it was last saved, and what needs a look.
struct Welcome {
  let session: Session

  func show() throws(Departure) {
    guard let vault = session.vault else { return }
    do {
      try vault.migrate(to: session.side.vaultKind)
    } catch {
      session.lock()
      throw .failed(Failure(error))
    }
    var blocks = vault.warnings.compactMap(Failure.sentence).map { Block.text(Rich($0)) }
    if session.isShell, session.side == .person {
      let saved = try session.inJournal { (store) throws(VaultError) in try store.lastSaved() }
      if let saved {
        let when = Dates.words(milliseconds: saved, now: session.world.clock.now())
        blocks.append(.quiet(Rich("Your journal is open. Last saved \(when) (save \(vault.sequence)).")))
      } else {
        blocks.append(.quiet("Your journal is open. Nothing is in it yet."))
      }
    }
    if session.isShell, session.side == .person {
      blocks += try OwnContent(session: session).problems().map { .text(Rich("Left out: \($0)")) }
    }
    if !blocks.isEmpty { session.console.show(blocks) }
    if vault.warnings.contains(.openToOthers) { try OpenToOthers(session: session).say() }
    if session.isShell, session.side == .person { try RecoveryOffer(session: session).offerOnThirdDay() }
  }
}
