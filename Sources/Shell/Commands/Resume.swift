import ArgumentParser
import Commands
import Conversation
import Forms
import Journal
import Terminal
import Vault

/// `resume`: goes on with what was begun and not finished.
struct Resume: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with something you began.", aliases: ["drafts", "continue"])

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let drafts = try session.inJournal { (store) throws(VaultError) in try store.drafts() }
    let offer = DraftOffer(session: session)
    guard let newest = drafts.first else {
      return session.show(.text("Nothing is open. Everything you began is kept."))
    }
    guard drafts.count > 1 else { return try offer.resume(newest) }
    var lines: [String] = []
    for draft in drafts {
      let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
      lines.append(offer.line(for: draft, form: form))
    }
    session.show(.title("Open"))
    try offer.resume(drafts[try session.choose(lines, standard: 0)])
  }
}
