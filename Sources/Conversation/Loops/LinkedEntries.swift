import Forms
import Journal
import Terminal
import Vault

/// The entries that an entry leads to and comes from, each with its numbers beside it.
package struct LinkedEntries {
  let session: Session

  package init(session: Session) { self.session = session }

  package func blocks(for entry: Entry) throws(Departure) -> [Block] {
    var from: [Entry] = []
    for link in entry.links {
      if let other = try session.inJournal({ (store) throws(VaultError) in try store.entry(link.entry) }) {
        from.append(other)
      }
    }
    let to = try session.inJournal { (store) throws(VaultError) in try store.linked(to: entry.id) }
    var blocks: [Block] = entry.links.contains(where: \.isAssigned) ? [.pair("Comes from", "your programme")] : []
    for other in from where other.status == .final { blocks.append(.pair("Comes from", try line(for: other))) }
    for other in to { blocks.append(.pair("Leads to", try line(for: other))) }
    return blocks
  }

  /// The numbers of then and of now, where this entry answers a reminder of an earlier one.
  func beside(_ entry: Entry, form: Form) throws(Departure) -> [Block] {
    var blocks: [Block] = []
    for link in entry.links {
      let earlier = try session.inJournal { (store) throws(VaultError) -> (Entry, Form)? in
        guard let other = try store.entry(link.entry), other.status == .final else { return nil }
        return (other, try store.form(of: other))
      }
      guard let (other, first) = earlier, first.reminds(of: form.id) else { continue }
      blocks += [.pair("Then", try line(for: other)), .pair("Now", try line(for: entry))]
    }
    return blocks
  }

  /// `Look at a thought again, Mon 2 Nov (k7f2): 40%, 60%`
  private func line(for entry: Entry) throws(Departure) -> Rich {
    let form = try session.inJournal { (store) throws(VaultError) in try store.form(of: entry) }
    let today = session.world.clock.now().day
    let numbers = Walk(form, editing: entry.answers).spoken(in: form).compactMap { spoken -> String? in
      guard case .scale? = form.question(spoken.path.question)?.kind else { return nil }
      return "\(spoken.ask) \(spoken.words)"
    }
    let told = numbers.isEmpty ? "" : ": " + numbers.joined(separator: " ")
    return Rich("\(form.title), \(Dates.words(entry.day, today: today)) (\(entry.id.short))\(told)")
  }
}

extension Form {
  /// Whether a reminder of this form opens that one.
  fileprivate func reminds(of id: String) -> Bool {
    offers.contains { offer in
      guard case .remind(_, let opens, _) = offer.step else { return false }
      return opens == id
    }
  }
}
