import Conversation
import Exchange
import Foundation
import Terminal
import Testing
import Vault

@testable import Clinic

/// A participant's key card, written to a file.
struct SampleCard {
  let keys: OwnKeys
  let path: String

  init(_ name: String, in sitting: ClinicSitting, keys: OwnKeys? = nil) throws {
    self.keys = try keys ?? OwnKeys.random()
    path = sitting.folder + "/\(UUID().uuidString).txt"
    try Data(KeyCard(name: name, keys: self.keys.publicKeys).text.utf8).write(to: URL(filePath: path))
  }
}

/// `enroll`: who is added, and what a card that is not simply new leads to.
@Suite struct EnrollTests {
  let sitting: ClinicSitting

  init() throws { sitting = try ClinicSitting() }

  private func people() throws -> [Participant] { try sitting.store.participants() }

  @Test func `A card is shown, its words are compared, and the person is added under a name of ours`() throws {
    let card = try SampleCard("Maya", in: sitting)
    let (said, departure) = sitting.line("enroll \(card.path)", then: "M. (Tue)", "1")
    #expect(departure == nil)
    #expect(said.contains("A key card of Maya."))
    for word in card.keys.publicKeys.words { #expect(said.contains(word)) }
    #expect(said.contains("M. (Tue) is #1 on the roster."))
    let all = try people()
    #expect(all.map(\.name) == ["M. (Tue)"])
    #expect(all[0].current?.isCompared == true)
    #expect(all[0].current?.recipient == card.keys.publicKeys.sealing.text)
  }

  @Test func `Different words add nobody, and words not compared yet are noted as such`() throws {
    let card = try SampleCard("Maya", in: sitting)
    #expect(sitting.line("enroll \(card.path)", then: "Maya", "3").said.contains("Nothing was changed."))
    #expect(try people() == [])
    _ = sitting.line("enroll \(card.path)", then: "Maya", "2")
    #expect(try people().first?.current?.isCompared == false)
    let (said, _) = sitting.line("enroll \(card.path)", then: "1")
    #expect(said.contains("Maya (#1) is here already, with this key."))
    #expect(said.contains("Noted: the words were compared."))
    #expect(try people().map(\.current?.isCompared) == [true])
  }

  @Test func `The same card again changes nothing`() throws {
    let card = try SampleCard("Maya", in: sitting)
    _ = sitting.line("enroll \(card.path) --compared --name Maya")
    let before = try people()
    let (said, departure) = sitting.line("enroll \(card.path) --compared --name Other")
    #expect(departure == nil)
    #expect(said.contains("Maya (#1) is here already"))
    #expect(try people() == before)
  }

  @Test func `The programme's own card is refused`() throws {
    let own = try SampleCard("Us", in: sitting, keys: KeyDesk(session: sitting.session).keys())
    let (_, departure) = sitting.line("enroll \(own.path)")
    #expect(
      departure
        == .failed(
          Failure(
            "That is your programme's own card.", safe: "Nothing was changed.",
            next: "Enroll the card that a participant gave you.", code: 65)))
  }

  @Test func `A known name with other keys is no silent change of key`() throws {
    let (first, second) = (try SampleCard("Maya", in: sitting), try SampleCard("Maya", in: sitting))
    _ = sitting.line("enroll \(first.path) --compared --card-name")
    let (said, _) = sitting.line("enroll \(second.path)", then: "maya", "1")
    #expect(said.contains("These are not the keys that Maya (#1) has."))
    #expect(try people()[0].keys.count == 1)
    // They told us, and the words are the same.
    let (changed, _) = sitting.line("enroll \(second.path)", then: "maya", "2", "1")
    #expect(changed.contains("Only if they told you themselves."))
    let keys = try people()[0].keys
    #expect(keys.map(\.isCurrent) == [true, false])
    #expect(keys[0].signing == second.keys.publicKeys.signing.point)
    // The former card is told as such.
    let (_, departure) = sitting.line("enroll \(first.path)")
    #expect(
      departure
        == .failed(
          Failure(
            "That is a former key of Maya. They use another one now.", safe: "Nothing was changed.",
            next: "Ask them for the card of today: `handrail key`.", code: 65)))
  }

  @Test func `A new key is not taken before its words were compared`() throws {
    let (first, second) = (try SampleCard("Maya", in: sitting), try SampleCard("Maya", in: sitting))
    _ = sitting.line("enroll \(first.path) --compared --card-name")
    let (said, _) = sitting.line("enroll \(second.path) --new-key-of #1", then: "2", "2")
    #expect(said.contains("Not changed: a new key is taken once its eight words were compared."))
    #expect(try people()[0].keys.count == 1)
  }

  @Test func `Somebody else of the same name is added under another`() throws {
    let (first, second) = (try SampleCard("Maya", in: sitting), try SampleCard("Maya", in: sitting))
    _ = sitting.line("enroll \(first.path) --compared --card-name")
    _ = sitting.line("enroll \(second.path) --compared", then: "Maya", "3", "Maya B")
    #expect(try people().map(\.name) == ["Maya", "Maya B"])
  }

  @Test func `A card that mixes somebody's key with another is refused`() throws {
    let first = try SampleCard("Maya", in: sitting)
    _ = sitting.line("enroll \(first.path) --compared --card-name")
    let other = try OwnKeys.random()
    let mixed = [
      OwnKeys(signing: first.keys.signing, identity: other.identity),
      OwnKeys(signing: other.signing, identity: first.keys.identity),
    ]
    for keys in mixed {
      let card = try SampleCard("Maya", in: sitting, keys: keys)
      let (_, departure) = sitting.line("enroll \(card.path) --compared --name Zoe")
      #expect(
        departure
          == .failed(
            Failure(
              "One key on this card is that of Maya (#1), the other is not.", safe: "Nothing was changed.",
              next: "Do not use it. Ask for the card again, face to face.", code: 65)))
    }
    #expect(try people().count == 1)
  }

  @Test func `A name stays out of the caller's own shell, and is asked for`() throws {
    let card = try SampleCard("Maya", in: sitting)
    let (refused, console) = sitting.once("enroll", card.path, "--name", "Zoe")
    #expect(refused == 64)
    #expect(console.transcript.contains("Words about a participant do not belong on this command line"))
    let (code, asked) = sitting.once("enroll", card.path, "--compared", replies: "Zoe")
    #expect(code == 0)
    #expect(asked.results.contains("Zoe is #1 on the roster."))
    let other = try SampleCard("P-17", in: sitting)
    let (third, quiet) = sitting.once("enroll", other.path, "--compared", "--card-name")
    #expect(third == 0)
    #expect(quiet.prompts == [])
    let (rename, named) = sitting.once("rename", "#1", replies: "Z.")
    #expect(rename == 0)
    #expect(named.results.contains("#1 is called Z. here now."))
  }

  @Test func `A number alone is no name, and two people are not called the same`() throws {
    for name in ["Maya", "Zoe"] {
      _ = sitting.line("enroll \(try SampleCard(name, in: sitting).path) --compared --card-name")
    }
    #expect(sitting.line("rename Zoe 3").departure != nil)
    #expect(sitting.line("rename Zoe maya").departure != nil)
    #expect(sitting.line("rename Zoe", then: "maya", "Zo").said.contains("#1 is called that already."))
    #expect(try people().map(\.name) == ["Maya", "Zo"])
  }
}
