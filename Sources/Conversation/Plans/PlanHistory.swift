import Journal
import Terminal
import Vault

/// Every saved version of a plan, and what changed from one to another.
package struct PlanHistory {
  let session: Session

  package init(session: Session) { self.session = session }

  package func show(_ plan: Entry, _ kind: PlanKind) throws(Departure) {
    let versions = try session.inJournal { (store) throws(VaultError) in try store.revisions(of: plan.id) }
    session.console.show(
      [.title(Rich("\(kind.title), its versions"))] + EntryHistory(session: session).list(versions), to: .result)
    guard versions.count > 1 else {
      return session.console.show([.quiet("There is one version so far.")], to: .result)
    }
    guard session.console.isInteractive else {
      return try compare(versions[versions.count - 2], versions[versions.count - 1])
    }
    let known = versions.map(\.revision)
    let newest = known.suffix(2)
    session.show(
      .text(Rich("Which two shall be compared? Enter takes \(newest.map(String.init).joined(separator: " and ")).")))
    let line = try session.ask(Prompt("> "))
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    let pair = (numbers.isEmpty ? Array(newest) : numbers).compactMap { number in
      versions.first { $0.revision == number }
    }
    guard pair.count == 2, numbers.isEmpty || numbers.count == 2 else {
      return session.show(.quiet("Two numbers from the list, please, such as 1 3. Nothing was changed."))
    }
    try compare(pair[0], pair[1])
  }

  private func compare(_ old: Entry, _ new: Entry) throws(Departure) {
    session.console.show(
      [.title(Rich("From version \(old.revision) to version \(new.revision)"))]
        + (try EntryComparison(session: session).blocks(from: old, to: new)), to: .result)
  }
}
