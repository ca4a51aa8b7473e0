import Crypto
import Exchange
import JSON
import Terminal
import Vault

/// The person's own keys and the card that tells others about them. The secret halves are never shown.
package struct KeyDesk {
  let session: Session
  private static let keysKey = "own-keys"
  package static let nameKey = "card-name"

  package init(session: Session) { self.session = session }

  /// Made with the journal; in one from before there were keys, at the first need.
  package func keys() throws(Departure) -> OwnKeys {
    let kept = try session.inVault { (store) throws(VaultError) in try store.secret(Self.keysKey) }
    guard let kept else { return try make() }
    guard let keys = try withLockedMemory({ () throws(CryptoError) in try OwnKeys(stored: kept) }) else {
      throw .failed(
        Failure(
          "The keys in this journal are of a kind this Handrail does not know.", safe: "They were left as they are.",
          next: "Update Handrail, then try again.", code: 69))
    }
    return keys
  }

  private func make() throws(Departure) -> OwnKeys {
    let (keys, stored) = try withLockedMemory { () throws(CryptoError) in
      let keys = try OwnKeys.random()
      return (keys, try keys.stored())
    }
    try session.inVault { (store) throws(VaultError) in try store.keep(stored, as: Self.keysKey) }
    return keys
  }

  package func card() throws(Departure) -> KeyCard {
    let name = try session.inVault { (store) throws(VaultError) in try store.memory(Self.nameKey) }
    return KeyCard(name: name.map { String(decoding: $0, as: UTF8.self) } ?? "", keys: try keys().publicKeys)
  }

  /// Asks for the name on the card, and keeps it.
  package func askName() throws(Departure) {
    session.show(
      .text("Which name should stand on your card? Your clinic sees it, and whoever else gets the card."),
      .quiet("It can be a first name or a number. Enter on an empty line leaves it out."))
    let name = try CardName(session: session).ask("Name: ", mayBeEmpty: true)
    try session.inVault { (store) throws(VaultError) in try store.remember(Self.nameKey, Array(name.utf8)) }
  }

  /// The card as a file of its own, or on stdout; its words beside it.
  package func show(out path: String?, json: Bool) throws(Departure) {
    let card = try card()
    if json { return session.console.write(raw: try Self.json(card)) }
    if let path {
      do throws(AgeError) {
        let file = try NewFile(path)
        try file.write(Array(card.text.utf8))
        try file.finish()
      } catch {
        throw Failure.departure(error, out: path)
      }
      session.console.show([.text(Rich("Your key card is in \(path). It is not secret."))], to: .result)
    } else {
      session.console.write(raw: card.text)
    }
    session.show(
      .blank, .text("Its eight words, to compare by phone or face to face with whoever gets the card:"),
      session.numbered(card.keys.words))
  }

  private static func json(_ card: KeyCard) throws(Departure) -> String {
    let json: JSON = [
      "name": .string(card.name), "signingKey": .string(card.keys.signing.text),
      "recipient": .string(card.keys.sealing.text), "words": .array(card.keys.words.map { .string($0) }),
    ]
    return try json.line()
  }

  private func withLockedMemory<T>(_ work: () throws(CryptoError) -> T) throws(Departure) -> T {
    do { return try work() } catch { throw .failed(Failure(error)) }
  }
}

extension JSON {
  /// Canonical, with a line feed.
  func line() throws(Departure) -> String {
    do { return String(decoding: try canonical(), as: UTF8.self) + "\n" } catch { throw .failed(.unexpected) }
  }
}
