import Journal
import Terminal
import Vault

/// Erasing for good: said plainly, asked once, and then gone from the file too.
package struct ErasingDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  /// One of what is deleted, set aside or begun, chosen from a list.
  package func choose() throws(Departure) {
    let desk = DeletedDesk(session: session)
    let (entries, aside, open, imports) = try session.inJournal { (store) throws(VaultError) in
      (try store.deleted(limit: 20), try store.setAsideDrafts(), try store.drafts(), try store.undoneImports())
    }
    var labels: [String] = []
    for entry in entries { labels.append("\(entry.id.short)  \(try desk.line(for: entry))") }
    for draft in aside + open { labels.append("\(draft.id.short)  \(try desk.line(for: draft))") }
    for batch in imports { labels.append("\(UndoDesk.counted(batch.count)) that came from \(batch.source)") }
    guard !labels.isEmpty else {
      throw .failed(
        Failure(
          "Nothing is deleted, begun or set aside.", safe: "Nothing was changed.",
          next: "`delete` with an entry's four letters and `--for-good` erases one that stands.", code: 66))
    }
    session.show(.text("What shall be erased for good?"))
    let chosen = try session.choose(labels + ["Nothing"], standard: labels.count)
    switch chosen {
    case ..<entries.count: try erase(entries[chosen])
    case ..<(entries.count + aside.count + open.count): try erase((aside + open)[chosen - entries.count])
    case ..<labels.count:
      let batch = imports[chosen - entries.count - aside.count - open.count]
      try erase(.batch(batch.number), named: "\(UndoDesk.counted(batch.count)) that came from \(batch.source)")
    default: session.show(.quiet("Nothing was changed."))
    }
  }

  package func erase(_ entry: Entry) throws(Departure) {
    try erase(.entry(entry.id), named: try DeletedDesk(session: session).title(entry))
  }

  package func erase(_ draft: Draft) throws(Departure) {
    try erase(.draft(draft.id), named: try DeletedDesk(session: session).line(for: draft))
  }

  private func erase(_ what: Erasure, named name: String) throws(Departure) {
    session.show(
      .alert(Rich("This erases for good: \(name).")),
      .text("Every version of it goes, with its tags, its reminders and the links to it. `undo` cannot bring it back."),
      .text("The journal's file is written anew, and the older copy beside it goes too."), .text(Rich(elsewhere)))
    guard try session.confirm("Erase it for good?", standard: session.console.isInteractive ? false : nil) else {
      return session.console.show([.text("Kept. Nothing was changed.")], to: .result)
    }
    try session.inJournal { (store) throws(VaultError) in try store.erase(what) }
    try HeldBack(session: session).prune()
    session.console.show([.text("Erased for good. No file of this journal holds it any more.")] + left, to: .result)
  }

  private var older: [String] { session.world.folder.olderJournals }

  private var elsewhere: String {
    let backups = "Backups that you made, and what you shared or printed, still hold it."
    return older.isEmpty
      ? backups : backups + " So may older journals in this folder: \(older.joined(separator: ", "))."
  }

  private var left: [Block] {
    older.isEmpty ? [] : [.text(Rich("Still there, and not looked at: \(older.joined(separator: ", "))."))]
  }
}
