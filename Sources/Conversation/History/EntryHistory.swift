import Forms
import Journal
import Terminal
import Vault

/// Every revision of an entry: when it was written, and what changed from one to the next. Plans are shown this way too.
package struct EntryHistory {
  let session: Session

  package init(session: Session) { self.session = session }

  private var today: Day { session.world.clock.now().day }

  /// All of it, the newest first, the first revision whole.
  package func show(_ id: ULID) throws(Departure) {
    let (revisions, origin) = try session.inJournal { (store) throws(VaultError) in
      (try store.revisions(of: id, withdrawals: true), try store.origin(of: id))
    }
    guard let last = revisions.last, let first = revisions.first else { throw .failed(Failure(.noSuchEntry)) }
    let title = try session.inJournal { (store) throws(VaultError) in try store.form(of: last) }.title
    var blocks: [Block] = [.title(Rich("\(title), entry \(last.id.short): its versions"))]
    for (earlier, later) in zip(revisions, revisions.dropFirst()).reversed() {
      blocks += [.text(Rich([Rich.Span(heading(later, after: earlier), .strong)]))]
      if later.status == .final {
        blocks += try EntryComparison(session: session).blocks(from: earlier, to: later)
      }
      blocks.append(.blank)
    }
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: first) }
    let source = origin.map { ", from \($0)" } ?? ""
    blocks += [
      .text(Rich([Rich.Span("Version 1, \(when(first))\(source)", .strong)])),
      .quiet(Rich("For \(Dates.words(first.day, today: today)).")),
    ]
    blocks += EntryText.pairs(Walk(form, editing: first.answers).spoken(in: form))
    if revisions.count > 1, session.isShell {
      blocks.append(.quiet(Rich("`restore \(last.id.short) 1` brings back version 1; nothing is lost by it.")))
    }
    try Reading(session: session).page(blocks)
  }

  /// When each version was written, in a list.
  func list(_ versions: [Entry]) -> [Block] {
    versions.reversed().map { .pair("\($0.revision)", Rich(when($0))) }
  }

  private func heading(_ later: Entry, after earlier: Entry) -> String {
    let what: String
    switch (earlier.status, later.status) {
    case (_, .withdrawn): what = "Taken out"
    case (.withdrawn, .final): what = "Brought back"
    case (.final, .final): what = "Changed"
    }
    return "Version \(later.revision), \(when(later)): \(what.lowercased())"
  }

  private func when(_ entry: Entry) -> String {
    "\(Dates.words(entry.recorded.day, today: today)) at \(entry.recorded.time.iso)"
  }
}
