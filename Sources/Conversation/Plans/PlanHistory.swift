import Forms
import Journal
import Terminal
import Vault

/// Every saved version of a plan, and what changed from one to the next.
package struct PlanHistory {
  let session: Session

  package init(session: Session) { self.session = session }

  package func show(_ plan: Entry, _ kind: PlanKind) throws(Departure) {
    let versions = try session.inJournal { (store) throws(VaultError) in try store.revisions(of: plan.id) }
    let today = session.world.clock.now().day
    session.console.show(
      [.title(Rich("\(kind.title), its versions"))]
        + versions.reversed().map {
          .pair("\($0.revision)", Rich("\(Dates.words($0.recorded.day, today: today)) at \($0.recorded.time.iso)"))
        }, to: .result)
    guard versions.count > 1 else {
      return session.console.show([.quiet("There is one version so far.")], to: .result)
    }
    guard session.console.isInteractive else {
      return try compare(versions[versions.count - 2], versions[versions.count - 1])
    }
    let newest = versions.count
    session.show(.text(Rich("Which two shall be compared? Enter takes \(newest - 1) and \(newest).")))
    let line = try session.ask(Prompt("> "))
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    let pair = numbers.isEmpty ? [newest - 1, newest] : numbers
    guard pair.count == 2, pair.allSatisfy({ versions.indices.contains($0 - 1) }) else {
      return session.show(.quiet("Two numbers from the list, please, such as 1 3. Nothing was changed."))
    }
    try compare(versions[pair[0] - 1], versions[pair[1] - 1])
  }

  /// Line by line under each heading: what is new, and what is gone.
  private func compare(_ old: Entry, _ new: Entry) throws(Departure) {
    let desk = PlanDesk(session: session)
    let before = PlanPage(old, form: try desk.form(of: old)).sections
    let after = PlanPage(new, form: try desk.form(of: new)).sections
    var blocks: [Block] = [.title(Rich("From version \(old.revision) to version \(new.revision)"))]
    var isSame = true
    for heading in after.map(\.heading)
      + before.map(\.heading).filter({ name in !after.contains { $0.heading == name } })
    {
      let was = before.first { $0.heading == heading }?.lines ?? []
      let now = after.first { $0.heading == heading }?.lines ?? []
      guard was != now else { continue }
      isSame = false
      blocks += [.blank, .text(Rich([Rich.Span(heading, .strong)]))]
      blocks += now.filter { !was.contains($0) }.map { .bullet(Rich("new: \($0)")) }
      blocks += was.filter { !now.contains($0) }.map { .bullet(Rich("before: \($0)")) }
      if Set(was) == Set(now) { blocks.append(.quiet("The same lines in another order.")) }
    }
    if isSame { blocks.append(.text("The words are the same. The day of the next look may differ.")) }
    session.console.show(blocks, to: .result)
  }
}
