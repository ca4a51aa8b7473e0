import Crypto
import Journal
import Testing

@testable import Exchange

/// Cards, their words, and the list of whom they belong to.
@Suite struct KeyCardTests {
  /// The seed of RFC 8032's first example, and the example key of age: words that must never change.
  private static let ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
  private static let card = "Handrail key card 1\nName: River House\n\(ssh)\n\(Forge.recipient)\n"

  private static func read(_ text: String) throws(KeyCardError) -> KeyCard { try KeyCard(reading: Array(text.utf8)) }

  @Test func `A card reads as it was written`() throws {
    let card = try Self.read(Self.card)
    #expect(card.name == "River House" && card.keys.signing.text == Self.ssh)
    #expect(card.text == Self.card)
    let nameless = KeyCard(name: "", keys: card.keys)
    #expect(nameless.text == Self.card.replacing("Name: River House", with: "Name:"))
    #expect(try Self.read(nameless.text) == nameless)
  }

  @Test func `The eight words of a known card stay what they are`() throws {
    let words = try Self.read(Self.card).keys.words
    #expect(words.count == 8)
    #expect(words.joined(separator: " ") == "vote inside trot palm rider jazz bead furnish")
  }

  @Test func `Other keys have other words, and the name has no part in them`() throws {
    let card = try Self.read(Self.card)
    let other = try OwnKeys.random().publicKeys
    #expect(PublicKeys(signing: other.signing, sealing: card.keys.sealing).words != card.keys.words)
    #expect(PublicKeys(signing: card.keys.signing, sealing: other.sealing).words != card.keys.words)
    #expect(try Self.read(Self.card.replacing("River", with: "Lake")).keys.words == card.keys.words)
  }

  @Test func `Remarks, blank lines, a byte-order mark, Windows and a comment do not matter`() throws {
    let text =
      "\u{FEFF}\r\n# from the clinic\r\n"
      + Self.card.replacing("\n", with: "\r\n\r\n")
      .replacing(Self.ssh, with: Self.ssh + " office@clinic")
    #expect(try Self.read(text) == Self.read(Self.card))
  }

  static let wrong: [(String, KeyCardError)] = [
    ("", .empty), ("\n# nothing\n", .empty), (String(repeating: "#\n", count: 3000), .tooLarge), ("hello\n", .notACard),
    (ssh + "\n" + Forge.recipient + "\n", .notACard), (card.replacing("card 1", with: "card 2"), .newer),
    (card.replacing("card 1", with: "card 01"), .notACard), (card + card, .twoCards), (card + ssh + "\n", .twoCards),
    (card + Forge.recipient, .twoCards), (card + "Name: Other", .twoCards),
    (card.replacing("Name: River House\n", with: ""), .noName), (card.replacing(ssh, with: ""), .noSigningKey),
    (card.replacing(Forge.recipient, with: ""), .noSealingKey), (card + "Phone: 555\n", .line(5)),
    (card.replacing("River", with: "Ri\u{202E}ver"), .badName),
    (card.replacing("River", with: String(repeating: "r", count: 60)), .badName),
    (card.replacing(Forge.recipient, with: Forge.identity), .secret),
    (card + "-----BEGIN OPENSSH PRIVATE KEY-----\n", .secret),
    (card.replacing(Forge.recipient, with: Forge.recipient.dropLast()), .key(.tooShort(1), line: 4)),
    (card.replacing(Forge.recipient, with: Forge.recipient.dropLast() + "x"), .key(.damaged, line: 4)),
    (card.replacing(ssh, with: "ssh-rsa AAAAB3NzaC1yc2E"), .key(.otherSSHKind("ssh-rsa"), line: 3)),
  ]

  @Test(arguments: wrong)
  func `What is no card is told by its nearest mistake`(text: String, error: KeyCardError) {
    #expect(throws: error) { try Self.read(text) }
  }

  @Test func `Bytes that are not text are told`() {
    #expect(throws: KeyCardError.notText) { try KeyCard(reading: [0xFF, 0xFE, 0x48, 0]) }
  }

  @Test func `Own keys come back from what is kept, and nothing else does`() throws {
    let keys = try OwnKeys.random()
    let stored = try keys.stored()
    let again = try #require(try OwnKeys(stored: stored))
    #expect(again.publicKeys == keys.publicKeys && again.identity.secret.equals(keys.identity.secret))
    #expect(again.signing.sign(greeting) == keys.signing.sign(greeting))
    let bytes = stored.withBytes { Array($0) }
    #expect(try OwnKeys(stored: SecretBytes(copying: [2] + bytes.dropFirst())) == nil)
    #expect(try OwnKeys(stored: SecretBytes(copying: bytes.dropLast())) == nil)
  }
}

@Suite struct RecipientListTests {
  private let moment = Moment(milliseconds: 1_795_206_615_000, offset: 3600, zone: "Europe/Dublin")
  private let first: PublicKeys
  private let second: PublicKeys

  init() throws {
    first = try OwnKeys.random().publicKeys
    second = try OwnKeys.random().publicKeys
  }

  private func recipient(_ name: String, _ keys: PublicKeys) -> Recipient {
    Recipient(name: name, keys: keys, added: moment, isCompared: true)
  }

  @Test func `A card is new, the same, under another name, or with other keys`() {
    var list = RecipientList()
    #expect(list.standing(of: first, name: "River House") == .new)
    list.add(recipient("River House", first))
    #expect(list.standing(of: first, name: "river house") == .same(list.all[0]))
    #expect(list.standing(of: first, name: "Lake House") == .otherName(list.all[0]))
    #expect(list.standing(of: second, name: "RIVER HOUSE") == .otherKeys(list.all[0]))
    #expect(list.standing(of: second, name: "Lake House") == .new)
  }

  @Test func `The same card again is only compared`() {
    var list = RecipientList()
    var unseen = recipient("River House", first)
    unseen.isCompared = false
    list.add(unseen)
    list.add(recipient("river house", first))
    list.add(unseen)
    #expect(list.all == [recipient("River House", first)])
  }

  @Test func `New keys make the old ones former, also after a removal`() {
    var list = RecipientList()
    list.add(recipient("River House", first))
    list.add(recipient("River House", second))
    #expect(list.all.map(\.status) == [.former, .current] && list.current.map(\.keys) == [second])
    let removed = [list.remove(named: "river house"), list.remove(named: "river house")]
    #expect(removed == [true, false])
    #expect(list.current == [] && list.all.count == 2)
    #expect(list.standing(of: second, name: "River House") == .new)
    #expect(list.standing(of: first, name: "River House") == .otherKeys(list.all[1]))
  }

  @Test func `The list reads as it was kept, or not at all`() throws {
    var list = RecipientList()
    list.add(recipient("River House", first))
    list.add(recipient("Dr. Ó \"Lake\"", second))
    _ = list.remove(named: "River House")
    #expect(RecipientList(bytes: list.bytes) == list)
    let text = String(decoding: list.bytes, as: UTF8.self)
    for bad in ["", "{}", text.replacing("\"version\":1", with: "\"version\":2"), text.replacing("age1", with: "age2")]
    {
      #expect(RecipientList(bytes: Array(bad.utf8)) == nil, "\(bad)")
    }
  }
}
