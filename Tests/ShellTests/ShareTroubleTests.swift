import Exchange
import Foundation
import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation
@testable import Shell

/// Wrong keys, places that take no file, and files in the way: told in a sentence, with nothing half-written.
@Suite struct ShareTroubleTests {
  let sitting: ShellSitting
  private let clinic: OwnKeys

  init() throws {
    sitting = try ShellSitting()
    clinic = try sitting.addClinic()
    let (_, departure) = sitting.line("mood 4")
    #expect(departure == nil)
  }

  private func said(_ line: String, _ answers: String...) -> (code: Int32, said: String) {
    sitting.told(line, answers)
  }

  private func path(_ name: String) -> String { sitting.folder + "/" + name }
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sitting.folder).sorted()
  }
  private func write(_ text: String, _ name: String) {
    _ = FileManager.default.createFile(atPath: path(name), contents: Data(text.utf8))
  }

  @Test func `Where a name belongs, a key is known as one, with its nearest mistake`() throws {
    let key = clinic.publicKeys.sealing.text
    let before = try names()
    let wanted: [(String, Int32, String)] = [
      (key, 64, "That is a key, and here a name belongs."),
      (String(key.dropLast(3)), 64, "is cut off: 3 letters missing."),
      (key + "q", 64, "is 1 letter too long."), (key.uppercased(), 64, "is in capitals."),
      (String(key.dropLast()) + (key.hasSuffix("q") ? "p" : "q"), 64, "has a letter wrong"),
      (clinic.publicKeys.signing.text, 64, "is an SSH key."),
      (clinic.identity.text, 64, "That is a secret key. Do not send it to anyone."),
      ("River Hose", 66, "There is no recipient of that name."),
    ]
    for (name, code, sentence) in wanted {
      let outcome = said("share --to \"\(name)\" --out \(path("out")) --yes")
      #expect(outcome.code == code && outcome.said.contains(sentence), "\(name): \(outcome)")
      #expect(!outcome.said.contains("AGE-SECRET-KEY"))
    }
    #expect(try names() == before)
    #expect(try sitting.store.shares() == [])
  }

  @Test func `A card or key file that is cut off is told with the line and what is missing`() throws {
    let card = KeyCard(name: "Hill House", keys: try OwnKeys.random().publicKeys).text.split(separator: "\n")
    write(card.dropLast().joined(separator: "\n") + "\n" + card[3].dropLast(5) + "\n", "card")
    let added = said("share add \(path("card")) --yes")
    #expect(added.code == 65 && added.said.contains("The key in line 4 is cut off: 5 letters missing."), "\(added)")
    write(card.dropLast().joined(separator: "\n") + "\n", "card")
    let lacking = said("share add \(path("card")) --yes")
    #expect(lacking.code == 65 && lacking.said.contains("The card has no key to seal for"))
    _ = said("share --to \"River House\" --out \(path("sealed")) --yes")
    write(String(clinic.identity.text.dropLast(2)) + "\n", "key")
    let before = try names()
    let opened = said("unseal --identity \(path("key")) --out \(path("open")) \(path("sealed"))")
    #expect(opened.code == 65 && opened.said.contains("The key in line 1 of \(path("key")) is damaged."), "\(opened)")
    #expect(try names() == before)
    #expect(try RecipientDesk(session: sitting.session).list().current.map(\.name) == ["River House"])
  }

  @Test func `After a changed card the file is for the new key alone`() throws {
    let new = try OwnKeys.random()
    write(KeyCard(name: "River House", keys: new.publicKeys).text, "card")
    #expect(
      said("share add \(path("card")) --yes", "1").said.contains("These are not the keys that River House had before."))
    #expect(said("share --to \"River House\" --out \(path("old")) --yes").code == 0)
    #expect(said("share add \(path("card")) --yes", "2").said.contains("River House is added."))
    #expect(said("share --to \"River House\" --out \(path("new")) --yes").code == 0)
    for (file, keys, other) in [("old", clinic, new), ("new", new, clinic)] {
      try AgeReader(FileInput(path(file))).open(with: [keys.identity], into: BytesOutput())
      #expect(throws: AgeError.notForTheseKeys) {
        try AgeReader(FileInput(path(file))).open(with: [other.identity], into: BytesOutput())
      }
    }
  }

  @Test(arguments: ["log", "fhir", "csv", "text", "page"])
  func `A place that takes no file is told, and nothing counts as shared`(format: String) throws {
    // Nobody can make a file there, also not the administrator.
    let outcome = said("share --unsealed --format \(format) --out /proc/self/fd/none --yes")
    #expect(outcome.code == 73 && outcome.said.contains("."), "\(outcome)")
    let nowhere = said("share --unsealed --format \(format) --out \(path("no/such")) --yes")
    #expect(nowhere.code == 73 && nowhere.said.contains("is not there."), "\(nowhere)")
    #expect(try sitting.store.shares() == [])
  }

  @Test func `At the questions a file in the way is kept, and another name is asked for`() throws {
    write("mine", "week.txt")
    let kept = said(
      "share", "2", "2", "", "", "1", path("week.txt"), "", path("no/such.txt"), path("other.txt"), "")
    #expect(kept.said.contains("There is a file \(path("week.txt")) already."), "\(kept)")
    #expect(kept.said.contains("is not there.") && kept.said.contains("It is in \(path("other.txt"))."))
    #expect(FileManager.default.contents(atPath: path("week.txt")) == Data("mine".utf8))
    // The same again goes to the same folder without a question, unless today's file is there.
    let again = said("share", "1", "")
    #expect(again.said.contains("It is in \(path("summary-2026-11-20.txt"))."), "\(again)")
    let asked = said("share", "1", path("week.txt"), "2", "")
    #expect(asked.said.contains("It is in \(path("week.txt"))."), "\(asked)")
    #expect(
      String(decoding: FileManager.default.contents(atPath: path("week.txt")) ?? Data(), as: UTF8.self)
        .hasPrefix("Patient-reported"))
    #expect(try sitting.store.shares().count == 3)
  }

  @Test func `The last changes come as JSON, with the numbers that take them back`() throws {
    let before = sitting.console.raw.count
    #expect(said("delete last").code == 0)
    #expect(said("undo list --json").code == 0)
    let json = String(sitting.console.raw.dropFirst(before))
    #expect(json.hasPrefix("{\"changes\":[{"), "\(json)")
    #expect(
      json.contains("\"change\":\"delete\"") && json.contains("\"form\":\"mood\"") && json.contains("\"number\":2"))
    #expect(said("undo 1").said.contains("Back again: Mood, today."))
  }
}
