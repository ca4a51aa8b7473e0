import Crypto
import Terminal
import Vault

/// Makes a new journal: passphrase twice, recovery words now or later, and what is private.
package struct NewJournal {
  let session: Session

  package init(session: Session) { self.session = session }

  package func begin(kdf: KDFSettings = KDFSettings()) throws(Departure) {
    // What is left of an earlier journal is told before anything is asked.
    do {
      try session.world.folder.requireVault()
    } catch {
      guard error == .noVault else { throw .failed(Failure(error)) }
    }
    try RegionQuestion(session: session).askIfUnknown()
    session.show(
      .title("Your passphrase"),
      .text("It locks your journal. Only someone who has it can read what you write."),
      .alert("No one can reset this. Not the clinic, not us."))
    let passphrase = try choose()
    session.show(
      .title("Recovery words"),
      .text("Twelve words on paper that open the journal if the passphrase is forgotten."))
    let recovery = try session.choose(["Make them now", "Later"], standard: 1) == 0
    session.show(.quiet("Making your journal…"))
    try create(passphrase, kdf: kdf, recovery: recovery)
    session.show(
      .text("Your journal is ready. What you write is stored encrypted on this computer and sent nowhere."),
      .text("Handrail does not watch what you write, and nobody sees it as you type."))
  }

  /// Makes the journal, opens it, and shows the recovery words if there are any. `holder`: who keeps them, where that is
  /// somebody else.
  package func create(
    _ passphrase: SecretBytes, kdf: KDFSettings, recovery: Bool, holder: String? = nil
  ) throws(Departure) {
    let words: RecoveryWords?
    do {
      let made = try OpenVault.create(
        in: session.world.folder, passphrase: passphrase, kdf: kdf, recovery: recovery)
      session.hold(made.vault)
      try made.vault.migrate(to: session.side.vaultKind)
      words = made.words
    } catch {
      throw .failed(Failure(error))
    }
    if session.side == .person { try RecoveryOffer(session: session).noteFirstDay() }
    _ = try KeyDesk(session: session).keys()
    if let words { try RecoveryOffer(session: session, holder: holder).showOnce(words) }
  }

  /// A passphrase that a file gave: not empty, and no word with another use.
  package func accept(_ line: SecretLine) throws(Departure) -> SecretBytes {
    guard !ReservedWords.isReserved(line) else {
      throw .failed(Failure("That word has another use at the passphrase prompt.", safe: "Nothing was made.", code: 65))
    }
    return try Passphrase.taking(line)
  }

  /// Asks for a new passphrase until the same one was given twice. A slip costs nothing.
  package func choose() throws(Departure) -> SecretBytes {
    let suggestion = PassphraseSuggestion()
    session.show(
      .text("Four words are strong and easy to keep. Here are four; Enter takes them, or type your own."),
      .quote(suggestion.text))
    while true {
      let first = try session.askSecret("Passphrase (Enter takes the four words): ")
      if first.count == 0 {
        session.show(.text("Type the four words once, so that you know them. Write them down if that helps."))
      } else if ReservedWords.isReserved(first) {
        if ReservedWords.isOpener(first) { CrisisScreen(session: session).show() }
        session.show(.text("That word has another use at this prompt. Please choose a different passphrase."))
        continue
      } else if first.count < 12, try !keepsShort() {
        continue
      }
      let wanted = first.count == 0 ? SecretLine(copying: suggestion.text.utf8) : first
      let second = try session.askSecret("Once more: ")
      if second.withBytes({ a in wanted.withBytes { b in a.elementsEqual(b) } }) {
        second.wipe()
        return try Passphrase.taking(wanted)
      }
      session.show(.text("The two were not the same. Nothing is lost; start again."))
    }
  }

  private func keepsShort() throws(Departure) -> Bool {
    session.show(.text("That one is short, so a stranger's computer could guess it. Longer is safer."))
    return try session.choose(["Choose a longer one", "Keep it"], standard: 0) == 1
  }
}
