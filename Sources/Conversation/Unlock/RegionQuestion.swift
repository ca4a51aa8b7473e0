import Terminal

/// Which country's crisis lines to show. Kept in the plain settings, for it must be readable before unlock.
package struct RegionQuestion {
  let session: Session

  package init(session: Session) { self.session = session }

  package func askIfUnknown() throws(Departure) {
    guard session.world.settings.region == nil else { return }
    session.show(
      .text(
        session.side == .clinic
          ? "Which country is your programme in? It decides which crisis lines are shown."
          : "Which country are you in? It decides which crisis lines you see."))
    let cards = CrisisCard.all
    let guess = session.world.environment.localeCountry.flatMap { code in cards.firstIndex { $0.region == code } }
    let labels = cards.map(\.place) + ["Another country in the European Union", "Somewhere else"]
    if let guess { session.show(.quiet(Rich("Enter takes \(labels[guess])."))) }
    let chosen = try session.choose(labels, standard: guess)
    let code = chosen < cards.count ? cards[chosen].region : chosen == cards.count ? "EU" : "ZZ"
    var settings = session.world.settings
    guard settings.set("region", code) else { return }
    try settings.write(inHome: session.world.environment.home)
    session.world.settings = settings
  }
}
