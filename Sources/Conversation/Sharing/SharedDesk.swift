import Exchange
import Forms
import JSON
import Journal
import Terminal
import Vault

/// `share log`: what was shared, with whom and when; `share withdraw`: what is taken back.
package struct SharedDesk {
  let session: Session

  package init(session: Session) { self.session = session }

  package func show(json: Bool) throws(Departure) {
    let shares = try session.inJournal { (store) throws(VaultError) in try store.shares() }
    if json { return session.console.write(raw: try JSON.array(shares.map(\.json)).line()) }
    guard !shares.isEmpty else {
      return session.console.show([.text("Nothing was shared yet.")], to: .result)
    }
    let today = session.world.clock.now().day
    var blocks: [Block] = []
    for share in shares {
      let count = try session.inJournal { (store) throws(VaultError) in try store.sent(in: share.id).count }
      let went = share.details.filter { $0.value != "none" }.keys
      let titles = ShareCategory.allCases.filter { went.contains($0.rawValue) }.map { $0.title.lowercased() }
      blocks += [
        .title(Rich("\(Dates.words(share.at.day, today: today).sentence): \(share.recipient)")),
        .text(
          Rich(
            "\(Self.words(share.way)), \(count == 1 ? "1 entry" : "\(count) entries") of \(share.days.lowerBound.iso) to \(share.days.upperBound.iso)."
          )), .quiet(Rich("Could hold: \(titles.joined(separator: "; ")).")),
      ]
      if let note = share.note { blocks.append(.quote(note)) }
    }
    try Reading(session: session).page(
      blocks + [.blank, .quiet("`share withdraw` and four letters takes an entry back in the next sealed file.")])
  }

  private static func words(_ way: ShareReceipt.Way) -> String {
    switch way {
    case .screen: "On the screen"
    case .text: "As text"
    case .page: "As a page"
    case .log: "As a sealed file"
    case .fhir: "As FHIR"
    case .csv: "As a table"
    }
  }

  /// It stays in the journal. `again` shares it once more.
  package func withdraw(_ entry: Entry, again: Bool) throws(Departure) {
    let now = session.world.clock.now()
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    let taken = try session.inJournal { (store) throws(VaultError) in try store.withdrawnFromSharing() }
    let when = "\(form.title), \(Dates.words(entry.day, today: now.day))"
    guard taken.contains(entry.id) == again else {
      return session.console.show(
        [.text(Rich(again ? "\(when) is shared as usual." : "\(when) is taken back already."))], to: .result)
    }
    try session.inJournal { (store) throws(VaultError) in try store.setWithdrawn(!again, entry.id, at: now) }
    session.console.show(
      [
        .text(
          Rich(
            again
              ? "\(when) may go again with what you share."
              : "\(when) goes no more. The next sealed file tells those who have it that it is taken back.")),
        .quiet(again ? "" : "It stays in your journal. A copy on paper, or in a record, is not erased by this."),
      ].filter { $0 != .quiet("") }, to: .result)
  }
}

extension ShareReceipt {
  var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id.text)), ("recipient", .string(recipient)), ("sequence", .number(Double(sequence))),
      ("at", .string(at.rfc3339)), ("way", .string(way.rawValue)), ("from", .string(days.lowerBound.iso)),
      ("to", .string(days.upperBound.iso)),
      ("categories", .object(JSON.Object(details.map { ($0.key, .string($0.value)) }))),
    ]
    if let note { members.append(("note", .string(note))) }
    return .object(JSON.Object(members))
  }
}
