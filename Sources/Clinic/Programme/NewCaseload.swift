import Commands
import Conversation
import Crypto
import Exchange
import Terminal
import Vault

/// Makes a programme's caseload with its keys: region, passphrase, a second holder.
struct NewCaseload {
  let session: Session

  /// Asks for what it needs; with a passphrase file, nothing. `holder`: who gets the recovery words, where that is known.
  func make(kdf: KDFSettings, recovery: Bool, holder: String?) throws(Departure) {
    // What is left of an earlier one is told before anything is asked.
    do {
      try session.world.folder.requireVault()
    } catch {
      guard error == .noVault else { throw .failed(Failure(error)) }
    }
    let new = NewJournal(session: session)
    if let file = session.world.environment.passphraseFile {
      try new.create(try new.accept(try PassphraseFile.read(file)), kdf: kdf, recovery: recovery, holder: holder)
      return session.show(.text("A new caseload is made, with the programme's keys."))
    }
    try RegionQuestion(session: session).askIfUnknown()
    session.show(
      .title("The programme's passphrase"),
      .text("It locks the caseload: whoever has it can read all that participants share with you."),
      .alert("No one can reset this, not even us."))
    let passphrase = try new.choose()
    let holder = try HolderQuestion(session: session).name()
    session.show(.quiet("Making the caseload…"))
    try new.create(passphrase, kdf: kdf, recovery: holder != nil, holder: holder)
    var record = ProgrammeRecord()
    if let holder { try? record.set(.holder, [holder]) }
    record.asked = [.holder]
    try ProgrammeShelf(session: session).keep(record)
    session.show(
      .text(
        "The caseload is made, with the programme's keys. It is stored encrypted on this computer and sent nowhere."),
      .text("Now a few questions about the programme. You can stop at any of them."))
  }
}
