import Crypto
import Exchange
import Glibc
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Own keys, and whom files are sealed for.
@Suite struct SharingTests {
  let sitting: Sitting
  private var session: Session { sitting.session }
  private var desk: RecipientDesk { RecipientDesk(session: session) }

  init() throws { sitting = try Sitting() }

  private func card(_ name: String, _ keys: PublicKeys? = nil) throws -> String {
    let card = KeyCard(name: name, keys: try keys ?? OwnKeys.random().publicKeys)
    return sitting.folder.write("card", card.text)
  }

  private func add(_ path: String, isCompared: Bool = false, asksName: Bool = false) -> Departure? {
    sitting.leaving { () throws(Departure) in
      try AddingCard(session: session, isCompared: isCompared, asksName: asksName).add(path)
    }
  }

  private func failure(_ departure: Departure?) -> Failure? {
    if case .failed(let failure)? = departure { failure } else { nil }
  }

  @Test func `Keys are made with the journal, and stay`() throws {
    let kept = try sitting.store.secret("own-keys")
    #expect(kept?.count == 65)
    let keys = try KeyDesk(session: session).keys().publicKeys
    #expect(try KeyDesk(session: session).keys().publicKeys == keys)
    #expect(try sitting.store.secret("own-keys")?.equals(#require(kept)) == true)
  }

  @Test func `Keys of another kind are left as they are`() throws {
    let other = try SecretBytes(copying: [9, 9, 9])
    try sitting.store.keep(other, as: "own-keys")
    #expect(failure(sitting.leaving { () throws(Departure) in _ = try KeyDesk(session: session).keys() })?.code == 69)
    #expect(try sitting.store.secret("own-keys")?.equals(other) == true)
  }

  @Test func `A card is shown with its words; the name on it is the person's choice`() throws {
    let desk = KeyDesk(session: session)
    sitting.type("Sam")
    try desk.askName()
    try desk.show(out: nil, json: false)
    let card = try desk.card()
    #expect(card.name == "Sam" && sitting.console.recording.raw == card.text)
    for word in card.keys.words { #expect(sitting.transcript.contains(word)) }
    sitting.type("a\u{202E}b", String(repeating: "a", count: 61), "")
    try desk.askName()
    #expect(try desk.card().name == "")
    #expect(sitting.transcript.contains("A name is one line of at most 60 letters."))
  }

  @Test func `A card is added once its words were looked at`() throws {
    sitting.type("2")
    #expect(add(try card("River House")) == nil)
    #expect(try desk.list().current.map(\.isCompared) == [false])
    let keys = try desk.list().all[0].keys
    sitting.type("1")
    #expect(add(try card("River House", keys)) == nil)
    #expect(try desk.list().current.map(\.isCompared) == [true])
    #expect(add(try card("River House", keys)) == nil)
    #expect(sitting.transcript.contains("River House is here already, with these keys."))
  }

  @Test func `Words that differ add nothing`() throws {
    sitting.type("3")
    #expect(add(try card("River House")) == nil)
    #expect(try desk.list().all == [])
    #expect(sitting.transcript.contains("Then this may be somebody else's card."))
    #expect(sitting.transcript.contains("Not added. Nothing was changed."))
  }

  @Test func `Changed keys of the same name are asked about, and the old ones stay as former`() throws {
    #expect(add(try card("River House"), isCompared: true) == nil)
    let first = try desk.list()
    sitting.type("1")
    #expect(add(try card("river house"), isCompared: true) == nil)
    #expect(try desk.list() == first)
    sitting.type("2")
    #expect(add(try card("river house"), isCompared: true) == nil)
    let list = try desk.list()
    #expect(list.all.map(\.status) == [.former, .current] && list.all[0].keys == first.all[0].keys)
    #expect(sitting.transcript.contains("These are not the keys that River House had before."))
  }

  @Test func `A script that answers nothing changes nothing`() throws {
    sitting.console.isInteractive = false
    #expect(failure(add(try card("River House")))?.code == 65)
    #expect(add(try card("River House"), isCompared: true) == nil)
    #expect(failure(add(try card("River House"), isCompared: true))?.code == 65)
    #expect(try desk.list().all.count == 1)
  }

  @Test func `A card without a name gets one, and the person's own card is no recipient`() throws {
    sitting.type("", "River House", "1")
    #expect(add(try card("")) == nil)
    #expect(try desk.list().current.map(\.name) == ["River House"])
    let own = try KeyDesk(session: session).card()
    #expect(failure(add(sitting.folder.write("own", own.text)))?.happened == "That is your own card.")
  }

  @Test func `The list is shown, and somebody is taken off it by number`() throws {
    try desk.show(everyone: false, json: false)
    #expect(sitting.transcript.contains("There is nobody yet"))
    #expect(add(try card("River House"), isCompared: true) == nil)
    try desk.show(everyone: false, json: false)
    #expect(sitting.transcript.contains("Added today, words compared."))
    sitting.type("1")
    try desk.remove(nil)
    #expect(try desk.list().current == [])
    try desk.show(everyone: true, json: false)
    #expect(sitting.transcript.contains("Added today, former, words compared."))
  }

  @Test func `A list that this program does not know is left as it is`() throws {
    try sitting.store.remember("recipients", Array("{\"version\":9}".utf8))
    #expect(failure(sitting.leaving { () throws(Departure) in _ = try desk.list() })?.code == 69)
    #expect(failure(add(try card("River House"), isCompared: true))?.code == 69)
    #expect(try sitting.store.memory("recipients") == Array("{\"version\":9}".utf8))
  }
}

/// Each mistake in a sentence.
@Suite struct KeySentenceTests {
  @Test func `A secret key is said to be one, and where it must not go`() {
    let failure = Failure(KeyMistake.secret, at: "The key in line 2", code: 65)
    #expect(failure.happened == "That is a secret key. Do not send it to anyone.")
    #expect(Failure(KeyCardError.secret).happened == failure.happened)
  }

  @Test func `A key that is cut off says how much is missing`() {
    #expect(
      Failure(KeyCardError.key(.tooShort(1), line: 4))
        == Failure(
          "The key in line 4 is cut off: 1 letter missing.", safe: "Nothing was changed.",
          next: "Copy all of it again.",
          code: 65))
  }

  @Test func `No sentence is without an end, and codes are those of the manual`() {
    let errors: [AgeError] = [
      .notAge, .version("v2"), .header(.mac, line: 3), .header(.cut, line: 1), .stanza(.share), .stanza(.lowOrder),
      .passphraseNotAlone, .tooMuchWork(23), .tooMuchWork(.max), .needsPassphrase, .needsKey, .wrongPassphrase,
      .notForTheseKeys, .headerChanged, .payload(.cut), .payload(.changed(3)), .payload(.trailing),
      .armour(.line, line: 2), .armour(.trailing, line: 2), .weakRecipient, .file(.missing), .file(.isFolder),
      .file(.exists), .file(.notAFile), .file(.noFolder), .file(.cannotRead(5)), .file(.cannotCreate(30)),
      .file(.cannotWrite(28)), .crypto(.outOfMemory),
    ]
    for error in errors {
      let failure = Failure(error, in: "in", out: "out")
      #expect(failure.sentences.hasSuffix(".") && ![0, 64].contains(failure.code), "\(error): \(failure)")
    }
    #expect(Failure(.file(.cannotWrite(ENOSPC)), in: "in", out: "out").code == 74)
    #expect(Failure(.tooMuchWork(23), in: "", out: "").happened.contains("(23, over the limit of 22)"))
    #expect(Failure.departure(.file(.stopped)) == .interrupted)
  }
}
