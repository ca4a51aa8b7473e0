import Terminal

/// How to help right now: one choice, then short steps. Needs no file at all.
package struct FamilyHelp {
  let session: Session

  package init(session: Session) { self.session = session }

  private var card: CrisisCard? {
    (session.world.settings.region ?? session.world.environment.localeCountry).flatMap(CrisisCard.card)
  }

  package func run(_ given: FamilySituation? = nil) throws(Departure) {
    if let given { return show(given) }
    session.console.show(
      [.alert(Rich("In danger now? Call \(card?.emergency ?? "your emergency number")."))], to: .result)
    guard session.console.isInteractive else {
      for situation in FamilySituation.allCases { show(situation) }
      return
    }
    session.show(.text("What is it most like?"))
    while true {
      let labels = FamilySituation.allCases.map(\.label) + ["Back"]
      let chosen = try session.choose(labels, standard: labels.count - 1)
      guard chosen < FamilySituation.allCases.count else { return }
      show(FamilySituation.allCases[chosen])
      session.show(.blank)
    }
  }

  private func show(_ situation: FamilySituation) { session.console.show(situation.blocks(card), to: .result) }
}
