import Forms
import Journal
import Terminal
import Vault

/// What is out of the journal and can still be brought back.
package struct DeletedDesk {
  let session: Session
  /// More than this is counted, not listed.
  private static let most = 40

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  package func show() throws(Departure) {
    let (entries, drafts, imports) = try session.inJournal { (store) throws(VaultError) in
      (try store.deleted(), try store.setAsideDrafts(), try store.undoneImports())
    }
    guard !entries.isEmpty || !drafts.isEmpty || !imports.isEmpty else {
      return session.console.show([.text("Nothing is deleted or set aside.")], to: .result)
    }
    var blocks: [Block] = []
    if !entries.isEmpty { blocks.append(.title("Deleted, or taken back")) }
    for entry in entries.prefix(Self.most) { blocks.append(.pair(entry.id.short, Rich(try line(for: entry)))) }
    if entries.count > Self.most {
      blocks.append(.quiet(Rich("And \(UndoDesk.counted(entries.count - Self.most)) before these.")))
    }
    if !drafts.isEmpty { blocks.append(.title("Begun, and set aside")) }
    for draft in drafts { blocks.append(.pair(draft.id.short, Rich(try line(for: draft)))) }
    if !imports.isEmpty { blocks.append(.title("Imports that were taken back")) }
    for batch in imports {
      blocks.append(
        .text(Rich("\(UndoDesk.counted(batch.count)) from \(batch.source). The same file brings them in again.")))
    }
    blocks.append(
      .quiet("`restore` and four letters brings one back. `delete --for-good` removes one so that nobody can."))
    try Reading(session: session).page(blocks)
  }

  /// Brings a deleted entry or a draft back, or an earlier version of an entry that stands.
  package func restore(_ entry: Entry, version: Int?) throws(Departure) {
    let now = session.world.clock.now()
    let restored = try session.inJournal { (store) throws(VaultError) in
      try store.restore(entry.id, revision: version, at: now)
    }
    let title = try title(entry)
    guard restored != nil else {
      throw .failed(
        Failure(
          version.map { "There is no other version \($0) of \(title)." } ?? "\(title) is in your journal already.",
          safe: "Nothing was changed.", next: "`review history \(entry.id.short)` shows its versions.", code: 66))
    }
    let said =
      entry.status == .withdrawn
      ? "Back again: \(title)." : "\(title) reads as in version \(version ?? 1) again. The later ones are kept."
    session.console.show([.text(Rich("\(said) `undo` takes it back."))], to: .result)
  }

  package func restore(_ draft: Draft) throws(Departure) {
    try session.inJournal { (store) throws(VaultError) in try store.takeUp(draft.id) }
    session.console.show([.text("Back again. `resume` goes on with it.")], to: .result)
  }

  func title(_ entry: Entry) throws(Departure) -> String {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    return "\(form.title), \(Dates.words(entry.day, today: today))"
  }

  func line(for entry: Entry) throws(Departure) -> String {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    return "\(try title(entry)): \(EntryText.line(for: entry, form: form))"
  }

  func line(for draft: Draft) throws(Departure) -> String {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: draft) }
    return DraftOffer(session: session).line(for: draft, form: form)
  }
}
