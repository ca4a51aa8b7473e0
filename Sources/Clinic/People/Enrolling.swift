import Conversation
import Exchange
import Forms
import Terminal
import Vault

/// Takes a participant's key card: shows whose it says it is, has its words compared, and adds them or changes their key.
struct Enrolling {
  let session: Session
  let isCompared: Bool
  /// As typed inside the shell.
  var name: String?
  var takesCardName = false
  /// Whoever said that they have a new key.
  var newKeyOf: String?

  init(session: Session, isCompared: Bool) {
    self.session = session
    self.isCompared = isCompared
  }

  private var adding: AddingCard { AddingCard(session: session, isCompared: isCompared, asksName: false) }

  func enroll(_ path: String) throws(Departure) {
    let card = try adding.read(path)
    let standing = try standing(card.keys)
    session.show(
      .text(Rich(card.name.isEmpty ? "A key card without a name." : "A key card of \(card.name).")),
      .text("Its eight words:"), session.numbered(card.keys.words))
    switch standing {
    case .new: break
    case .here(let person, let key): return try again(person, key)
    case .former(let person):
      throw Self.refused(
        "That is a former key of \(person.name). They use another one now.",
        next: "Ask them for the card of today: `handrail key`.")
    case .discharged(let person):
      throw Self.refused(
        "That is the card of \(person.name) (#\(person.n)), who was discharged.",
        next: "`readmit #\(person.n)` brings them back, with all they shared.")
    }
    if let newKeyOf { return try changeKey(of: try PeopleDesk(session: session).find(newKeyOf), to: card) }
    let chosen = try chooseName(card)
    if let person = try LocalName(session: session).owner(chosen) { return try sameName(person, card, chosen) }
    try add(card, as: chosen)
  }

  // MARK: How a card stands to what is here

  private enum Standing {
    case new
    case here(Participant, PersonKey)
    case former(Participant)
    case discharged(Participant)
  }

  private func standing(_ keys: PublicKeys) throws(Departure) -> Standing {
    guard try keys != KeyDesk(session: session).keys().publicKeys else {
      throw Self.refused("That is your programme's own card.", next: "Enroll the card that a participant gave you.")
    }
    let (owner, everybody) = try session.inCaseload { (store) throws(VaultError) in
      (try store.participant(signing: keys.signing.point), try store.participants())
    }
    if let owner, let key = owner.keys.first(where: { $0.signing == keys.signing.point }) {
      // A card that signs as somebody here and is sealed for another key: what you give them would go elsewhere.
      guard key.recipient == keys.sealing.text else { throw Self.mixed(owner) }
      return !key.isCurrent ? .former(owner) : owner.status == .discharged ? .discharged(owner) : .here(owner, key)
    }
    if let other = everybody.first(where: { $0.keys.contains { $0.recipient == keys.sealing.text } }) {
      throw Self.mixed(other)
    }
    return .new
  }

  private static func mixed(_ person: Participant) -> Departure {
    refused(
      "One key on this card is that of \(person.name) (#\(person.n)), the other is not.",
      next: "Do not use it. Ask for the card again, face to face.")
  }

  private func again(_ person: Participant, _ key: PersonKey) throws(Departure) {
    session.console.show([.text(Rich("\(person.name) (#\(person.n)) is here already, with this key."))], to: .result)
    guard !key.isCompared else { return }
    guard try adding.compare(person.name) == true else { return stayed() }
    let signing = key.signing
    try session.inCaseload { (store) throws(VaultError) in try store.markCompared(signing) }
    session.console.show([.text("Noted: the words were compared.")], to: .result)
  }

  // MARK: Adding

  private func chooseName(_ card: KeyCard) throws(Departure) -> String {
    if let name { return try fitting(name) }
    if takesCardName { return try fitting(card.name) }
    session.show(
      .text("What do you call this person here?"),
      .quiet("It stays in this caseload. Initials or a number of yours will do."))
    while true {
      let line: String
      do { line = try session.ask(Prompt("Name here: ", prefill: card.name)).trimmed } catch {
        guard error == .endOfInput, !session.console.isInteractive else { throw error }
        return try fitting(card.name)
      }
      if LocalName.allows(line) { return line }
      try QuestionLine.refuse(
        "A name is one line of at most \(KeyCard.nameLimit) letters, and no number alone.", in: session)
    }
  }

  private func fitting(_ name: String) throws(Departure) -> String {
    let name = name.trimmed
    guard LocalName.allows(name) else {
      throw LocalName.refused(
        name.isEmpty
          ? "A name is needed here."
          : "A name is one line of at most \(KeyCard.nameLimit) letters, and no number alone.")
    }
    return name
  }

  private func add(_ card: KeyCard, as name: String) throws(Departure) {
    guard let compared = try adding.compare(name) else { return stayed() }
    let doing = try PeopleDesk(session: session).doing()
    let key = key(card, compared, doing)
    let n = try session.inCaseload { (store) throws(VaultError) in try store.enroll(name, key: key, doing) }
    session.console.show(
      [.text(Rich("\(name) is #\(n) on the roster. `import` takes in what they share."))], to: .result)
    if !compared { sayLater() }
  }

  /// The name is here with other keys: a new key of that person, or somebody else.
  private func sameName(_ person: Participant, _ card: KeyCard, _ chosen: String) throws(Departure) {
    session.show(
      .alert(Rich("These are not the keys that \(person.name) (#\(person.n)) has.")),
      .text("A new phone or computer can be the reason. So can somebody who wants to be taken for them."))
    let choices = ["Leave it as it was", "\(person.name) told me of a new key", "This is somebody else"]
    switch try adding.asked(choices) {
    case 0: stayed()
    case 1: try changeKey(of: person, to: card, isSaid: true)
    default:
      session.show(.text("Then another name is needed, so that nobody mixes them up."))
      guard let name = try LocalName(session: session).choose(nil, suggestion: "", besides: nil) else {
        return stayed()
      }
      try add(card, as: name)
    }
  }

  private func changeKey(of person: Participant, to card: KeyCard, isSaid: Bool = false) throws(Departure) {
    guard person.status == .here else {
      throw Self.refused(
        "\(person.name) (#\(person.n)) was discharged.", next: "`readmit #\(person.n)` brings them back first.")
    }
    session.show(
      .alert(Rich("This gives \(person.name) (#\(person.n)) a new key. Only if they told you themselves.")),
      .text("From now on their files come with the new key. What is here stays."))
    if !isSaid {
      guard try adding.asked(["Leave it as it was", "They told me themselves"]) == 1 else { return stayed() }
    }
    guard let compared = try adding.compare(person.name) else { return stayed() }
    // With a new key it is the words, and only they, that tell the person from a stranger.
    guard compared else {
      return session.console.show(
        [.text("Not changed: a new key is taken once its eight words were compared.")], to: .result)
    }
    let doing = try PeopleDesk(session: session).doing()
    let key = key(card, compared, doing)
    try session.inCaseload { (store) throws(VaultError) in try store.changeKey(of: person.n, to: key, doing) }
    session.console.show(
      [.text(Rich("\(person.name) (#\(person.n)) has a new key. The one before stays as a former one."))], to: .result)
  }

  private func key(_ card: KeyCard, _ compared: Bool, _ doing: Doing) -> PersonKey {
    PersonKey(
      signing: card.keys.signing.point, recipient: card.keys.sealing.text, at: doing.at, isCompared: compared)
  }

  private func stayed() { session.console.show([.text("Nothing was changed.")], to: .result) }

  private func sayLater() {
    session.show(.quiet("Compare the words when you see them: `enroll` with the same card asks again."))
  }

  private static func refused(_ happened: String, next: String) -> Departure {
    .failed(Failure(happened, safe: "Nothing was changed.", next: next, code: 65))
  }
}
