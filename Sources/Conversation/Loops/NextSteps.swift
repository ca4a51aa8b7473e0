import Forms
import Journal
import Terminal
import Vault

/// What one exercise leads on to. Each offer is made once, and declining it is the end of it.
package struct NextSteps {
  let session: Session

  package init(session: Session) { self.session = session }

  package func offer(after entry: Entry, form: Form) throws(Departure) {
    // When it is still very hard, help is what is named, and nothing else is offered.
    guard session.console.isInteractive, entry.status == .final, !AfterEntry.isHard(entry, form: form) else { return }
    for offer in form.offers(after: entry.answers) {
      guard case .form(let id, let link) = offer.step, try !isLinked(entry, by: link) else { continue }
      guard let next = try? FormDesk(session: session).form(id), Self.mayBeOffered(next),
        try ListedForms(session: session).holds(next.when, for: next.id)
      else { continue }
      let kind = PlanKind(form: id)
      // One plan leads to another only while that one is not written; what happened on a day may open it for a change.
      if let kind, form.kind == .plan, try PlanDesk(session: session).newest(kind) != nil { continue }
      session.show(.blank, .text(Rich(offer.say)))
      guard try session.choose(["Yes, go on to: \(next.title)", "Not now"], standard: 1) == 0 else { continue }
      let links = link.map { [Link(name: $0, entry: entry.id)] } ?? []
      if let kind {
        try PlanDesk(session: session).open(kind, links: links)
        continue
      }
      try FormDesk(session: session).fill(next, day: session.world.clock.now().day, links: links)
    }
  }

  /// A fear ladder is never suggested by the program. Other delicate exercises come up only where the author of a form
  /// wrote that they follow, and carry their banner.
  static func mayBeOffered(_ form: Form) -> Bool { form.gate != .agreed }

  /// Whether something already leads from this entry under that name: then the loop is closed.
  private func isLinked(_ entry: Entry, by link: String?) throws(Departure) -> Bool {
    guard let link else { return false }
    return try session.inJournal { (store) throws(VaultError) in
      try store.linked(to: entry.id).contains { $0.links.contains(Link(name: link, entry: entry.id)) }
    }
  }
}
