import Exchange
import Terminal

/// `share add`: reads a card, shows whose it says it is, has its words compared, and keeps it.
package struct AddingCard {
  let session: Session
  /// The words were compared already: nothing is asked.
  let isCompared: Bool
  /// Asks for another name than the one on the card.
  let asksName: Bool
  /// Part of a longer conversation, which says itself that an answer was missing.
  var isPart = false
  private var desk: RecipientDesk { RecipientDesk(session: session) }

  package init(session: Session, isCompared: Bool, asksName: Bool) {
    self.session = session
    self.isCompared = isCompared
    self.asksName = asksName
  }

  package func add(_ path: String) throws(Departure) {
    let card = try read(path)
    guard try card.keys != KeyDesk(session: session).keys().publicKeys else {
      throw .failed(
        Failure("That is your own card.", safe: "Nothing was changed.", next: "Add the card of your clinic.", code: 65))
    }
    session.show(
      .text(Rich(card.name.isEmpty ? "A key card without a name." : "A key card of \(card.name).")),
      .text("Its eight words:"), session.numbered(card.keys.words))
    let name = try name(for: card)
    var list = try desk.list()
    guard try mayAdd(card, as: name, to: list), let compared = try compare(name) else {
      return session.console.show([.text("Not added. Nothing was changed.")], to: .result)
    }
    list.add(Recipient(name: name, keys: card.keys, added: session.world.clock.now(), isCompared: compared))
    try desk.keep(list)
    session.console.show([.text(Rich("\(name) is added. Files can be sealed for them now."))], to: .result)
    if !compared {
      session.show(.quiet("Compare the words when you can: `share recipients` shows them; add the card again then."))
    }
  }

  package func read(_ path: String) throws(Departure) -> KeyCard {
    switch PlainFile.read(path, limit: KeyCard.limit) {
    case .failure(.tooLarge): throw .failed(Failure(.tooLarge))
    case .failure:
      throw .failed(
        Failure("The file \(path) cannot be read.", safe: "Nothing was changed.", next: "Check the path.", code: 66))
    case .success(let bytes):
      do { return try KeyCard(reading: bytes) } catch { throw .failed(Failure(error)) }
    }
  }

  private func name(for card: KeyCard) throws(Departure) -> String {
    guard asksName || card.name.isEmpty else { return card.name }
    session.show(.text("Which name do you want to see for it?"))
    return try CardName(session: session).ask("Name: ", prefill: card.name)
  }

  /// Asks where the name or the keys are here already in another way.
  func mayAdd(_ card: KeyCard, as name: String, to list: RecipientList) throws(Departure) -> Bool {
    switch list.standing(of: card.keys, name: name) {
    case .new: return true
    case .same(let here):
      guard here.isCompared else { return true }
      session.show(.text(Rich("\(here.name) is here already, with these keys.")))
      return false
    case .otherName(let here):
      session.show(.text(Rich("These keys are here already, under the name \(here.name).")))
      return try asked(["Leave that name", "Use the name \(name)"]) == 1
    case .otherKeys(let here):
      session.show(
        .alert(Rich("These are not the keys that \(here.name) had before.")),
        .text("That is right only if they told you themselves that they have new keys. If not, ask them first."))
      return try asked(["Leave it as it was", "They told me. Use the new keys; keep the old ones as former"]) == 1
    }
  }

  /// Whether the words were compared; nil when they are different.
  package func compare(_ name: String) throws(Departure) -> Bool? {
    if isCompared { return true }
    session.show(.text(Rich("Ask \(name) for their eight words, by phone or face to face. Are they the same?")))
    switch try asked(["Yes, the same", "Not compared yet", "No, they are different"]) {
    case 0: return true
    case 1: return false
    default:
      session.show(.alert("Then this may be somebody else's card. Ask them for a new one."))
      return nil
    }
  }

  /// A question that a script without an answer must not slip past.
  package func asked(_ labels: [String]) throws(Departure) -> Int {
    do { return try session.choose(labels) } catch {
      guard error == .endOfInput, !session.console.isInteractive, !isPart else { throw error }
      throw .failed(Failure("Nobody answered.", safe: "Nothing was changed.", code: 65))
    }
  }
}
