import Conversation
import Exchange
import Foundation
import JSON
import Terminal
import Testing
import Vault

@testable import Clinic

/// People, keys, strangers and disputes at the desk where files come in.
@Suite struct DeskTests {
  let programme: Programme
  init() throws { programme = try Programme() }

  private func put(_ name: String, _ sequence: Int = 1, _ entries: [JSON] = [Log.entry(1)]) throws {
    try programme.put(
      Log(of: programme.jo, for: programme.keys, sequence: sequence, entries: entries), by: programme.jo, name)
  }

  private func said(_ line: String) -> String { programme.sitting.line(line).said.replacing("\n", with: " ") }

  @Test func `A former key is refused, and takes what was made before the change when that is said`() throws {
    try put("old.handrail")
    let doing = Doing(by: "-", at: programme.sitting.clock.now().milliseconds + 86_400_000)
    let new = try Sharer(40)
    try programme.sitting.store.changeKey(
      of: 1,
      to: PersonKey(
        signing: new.keys.signing.publicKey.point, recipient: new.keys.identity.recipient.text, at: doing.at,
        isCompared: true), doing)
    let before = try programme.sitting.store.dump()
    let refused = programme.take("old.handrail")
    #expect(refused.code == 65 && refused.said.contains("It is signed by a key that Jo no longer uses."))
    #expect(try programme.sitting.store.dump() == before)
    #expect(programme.take("old.handrail", "--former").code == 0)
    // What was taken is the same, whatever became of the key.
    #expect(programme.take("old.handrail").said.contains("nothing is new"))
    var late = Log(of: programme.jo, for: programme.keys, sequence: 2)
    late.manifest = late.manifest.with("createdAt", is: "2026-11-22T03:00:00Z")
    try programme.put(late, by: programme.jo, "late.handrail")
    #expect(programme.take("late.handrail", "--former").code == 65)
    // The new key's logs are Jo's, and stand beside the old ones.
    try programme.put(
      Log(of: new, for: programme.keys, sequence: 3, entries: [Log.entry(1, revision: 2)]), by: new, "new.handrail")
    #expect(programme.take("new.handrail").said.contains("Jo (#1). 1 entry: 1 updated."))
  }

  @Test func `Strangers are listed with their eight words, and forgotten one by one`() throws {
    for place in 1...2 {
      try programme.put(
        Log(of: programme.stranger, for: programme.keys, sequence: place), by: programme.stranger, "s\(place).handrail")
      _ = programme.take("s\(place).handrail")
    }
    let list = said("strangers")
    for word in programme.stranger.keys.publicKeys.words { #expect(list.contains(word)) }
    #expect(list.contains("s1.handrail") && list.contains("enroll CARD"))
    #expect(said("strangers --forget 1").contains("Forgotten: \(programme.path("s2.handrail"))"))
    #expect(try programme.sitting.store.strangers().map(\.path) == [programme.path("s1.handrail")])
    #expect(programme.sitting.line("strangers --forget 2").departure?.exitCode == 66)
    _ = said("strangers --forget 1")
    #expect(said("strangers") == "No file came by a key that nobody here has. ")
  }

  @Test func `Two versions that disagree stand side by side, until a newer one comes`() throws {
    try put("a.handrail", 1, [Log.entry(1, answers: ["mood": 4, "note": "Rain again."])])
    try put("b.handrail", 2, [Log.entry(1, answers: ["mood": 7, "note": "Rain again."])])
    _ = (programme.take("a.handrail"), programme.take("b.handrail"))
    let shown = said("conflicts Jo")
    #expect(shown.contains("Jo (#1): Mood, ") && shown.contains("How is it?") && !shown.contains("Rain"))
    #expect(shown.contains("4 of 10") && shown.contains("7 of 10"), "\(shown)")
    #expect(shown.contains("once they edit that entry and share it, their new version stands"))
    #expect(said("conflicts Sam") == "No entry came in two versions that disagree. ")
    let (code, console) = programme.sitting.once("conflicts", "#1", "--json")
    let json = try JSON(reading: Array(console.raw.utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(code == 0 && json["conflicts"]?.array?.first?["versions"]?.array?.count == 2)
    #expect(programme.sitting.once("conflicts", "Jo").code == 64)
    programme.sitting.console.secrets = [ClinicSitting.passphrase]
    try put("c.handrail", 3, [Log.entry(1, revision: 2)])
    #expect(programme.take("c.handrail").said.contains("1 updated"))
    #expect(said("conflicts") == "No entry came in two versions that disagree. ")
  }

  @Test func `The audit trail tells of each file that was taken, in counts`() throws {
    try put("a.handrail", 1, [Log.entry(1), Log.entry(2)])
    _ = programme.take("a.handrail")
    let rows = try programme.sitting.store.dump().filter { $0.hasPrefix("audit: ") && $0.contains("imported") }
    #expect(rows.count == 1 && rows[0].contains("2 new") && !rows[0].contains("Jo"))
  }

  @Test func `Each entry is told when asked for`() throws {
    try put("a.handrail", 1, [Log.entry(1), Log.entry(2, day: "2026-11-18")])
    let told = programme.take("a.handrail", "--details").said
    #expect(told.contains("2026-11-18  Mood  new 2026-11-20  Mood  new"), "\(told)")
  }

  @Test func `Words that open a file are asked for when that is said`() throws {
    let words = "brook lantern"
    let output = BytesOutput()
    var log = Log(of: programme.jo, for: programme.keys)
    log.manifest = log.manifest.with("recipients", is: [])
    try AgeWriter(.passphrase(.init(copying: Array(words.utf8)), logN: 10))
      .seal(BytesInput(try log.bytes(by: programme.jo)), into: output)
    try programme.put(output.bytes, "w.handrail")
    #expect(programme.take("w.handrail").said.contains("Add --passphrase, and it is asked for."))
    programme.sitting.console.secrets = ["other words"]
    #expect(programme.take("w.handrail", "--passphrase").said.contains("That passphrase does not open the file."))
    programme.sitting.console.secrets = [words]
    #expect(programme.take("w.handrail", "--passphrase").code == 0)
  }

  @Test func `Nothing named is asked for, and an empty folder is said to be one`() throws {
    try FileManager.default.createDirectory(atPath: programme.path("in"), withIntermediateDirectories: true)
    let (said, departure) = programme.sitting.line("import", then: programme.path("in"))
    #expect(said.contains("File or folder: ") && departure?.exitCode == 66)
  }

  @Test func `A discharged person's file is refused until they are back`() throws {
    try put("a.handrail")
    try programme.sitting.store.discharge(1)
    let before = try programme.sitting.store.dump()
    let (said, code) = programme.take("a.handrail")
    #expect(code == 65 && said.contains("Jo is discharged.") && said.contains("`readmit` takes them back first."))
    #expect(try programme.sitting.store.dump() == before)
  }
}
