import Crypto
import Exchange

/// Cards, key files and signatures: what reads is written in one way, and reads as the same again.
enum KeysFuzz {
  static func run(_ input: [UInt8]) throws {
    if let card = try? KeyCard(reading: input) {
      guard let again = try? KeyCard(reading: Array(card.text.utf8)) else {
        throw Finding(text: "a card does not read again")
      }
      try Finding.unless(again == card && again.keys.words.count == 8, "a card reads as another one")
    }
    for identity in (try? IdentityFile.parse(input)) ?? [] {
      guard let again = AgeIdentity(text: identity.text) else { throw Finding(text: "a key does not read again") }
      try Finding.unless(again.recipient == identity.recipient, "a key reads as another one")
    }
    let text = String(decoding: input, as: UTF8.self)
    if let signature = try? SSHSignature(armoured: text) {
      guard let again = try? SSHSignature(armoured: signature.armoured) else {
        throw Finding(text: "a signature does not read again")
      }
      try Finding.unless(again == signature, "a signature reads as another one")
    }
  }
}
