import Exchange
import Journal
import Terminal
import Vault

/// Fills a new journal with what `export everything` wrote: read whole, shown, asked once, and stored all or nothing.
struct TakeInDesk {
  let session: Session
  let yes: Bool

  func run(_ bytes: [UInt8]) throws(Departure) {
    let isNew = try session.inJournal { (store) throws(VaultError) in try store.isNew() }
    guard isNew else { throw Self.notNew }
    let (whole, head) = try read(bytes)
    let today = session.world.clock.now().day
    session.show(.title(Rich("A whole journal, written \(Dates.words(head.created.day, today: today))")))
    session.console.show(WholeFile.contents(of: whole, today: today))
    let isWanted = yes ? true : try session.confirm("Bring all of it into this new journal?")
    guard isWanted else {
      return session.console.show([.text("Left alone. Nothing was changed.")], to: .result)
    }
    let isDone = try session.inJournal { (store) throws(VaultError) in try store.takeIn(whole) }
    guard isDone else { throw Self.notNew }
    session.console.show(
      [.text(Rich("All of it is here: \(UndoDesk.counted(whole.entries.count))."))], to: .result)
    if whole.memory[WholeFile.ownKeys] == nil, !whole.shares.isEmpty {
      session.show(.text("This journal has new keys. Give your key card to your clinic again: `key` shows it."))
    }
    session.show(.quiet("The file is still there. Delete it when you no longer need it."))
  }

  private func read(_ bytes: [UInt8]) throws(Departure) -> (whole: WholeJournal, head: JournalFile.Head) {
    do throws(JournalRefusal) {
      return try JournalReader.read(bytes) { try? Wordings.form(from: $0) }
    } catch {
      throw .failed(Failure(whole: error))
    }
  }

  private static let notNew = Departure.failed(
    Failure(
      "There is something in this journal already, and Handrail does not merge two journals.",
      safe: "Nothing was changed.",
      next: "Start a new journal in another folder with --home, and import the file there.",
      code: 65))
}
