import Conversation
import Exchange
import Foundation
import Glibc
import Journal
import Shell
import Terminal
import Testing
import Vault

@testable import Clinic

/// A participant with a journal of their own, as the real program gives it.
struct SamplePerson {
  let home: String
  let card: String
  private let passphrase: String

  init(in sitting: ClinicSitting) throws {
    home = sitting.folder + "/person-\(UUID().uuidString)"
    card = home + "-card.txt"
    passphrase = home + "-passphrase"
    try Data("quiet river stone\n".utf8).write(to: URL(filePath: passphrase))
    chmod(passphrase, 0o600)
    #expect(run("vault", "init", "--argon-passes", "2", "--argon-memory", "19").code == 0)
    #expect(run("key", "--out", card).code == 0)
  }

  func run(_ arguments: String...) -> (code: Int32, console: RecordingConsole) {
    let console = RecordingConsole()
    console.isInteractive = false
    let code = Program.run(
      arguments: arguments + ["--home", home, "--passphrase-file", passphrase],
      values: ["HANDRAIL_CONTENT": project + "/content", "LANG": "en_US.UTF-8"],
      executable: "/nonexistent/bin/handrail", clinic: { _, _ in 64 }
    ) { _ in console }
    return (code, console)
  }
}

/// `assign`: what is written is what the person's side takes in, and nobody else's.
@Suite struct AssignTests {
  let sitting: ClinicSitting
  private var out: String { sitting.folder + "/given.handrail" }

  init() throws {
    sitting = try ClinicSitting()
    try ProgrammeSample.keep(in: sitting)
  }

  private func file(_ text: String) throws -> String {
    let path = sitting.folder + "/\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func enroll(_ card: String, as name: String = "Maya") {
    #expect(sitting.line("enroll \(card) --compared --name \(name)").departure == nil)
  }

  private static let page =
    "---\nid: our-group\ntitle: Our group\nsummary: What we agreed on.\ntrack: participant\nreviewed: no\n---\n\nWhat is said stays.\n"

  @Test func `Everything that is given in one line is taken in by the person's own program`() throws {
    let person = try SamplePerson(in: sitting)
    enroll(person.card)
    let pack = sitting.folder + "/pack.txt"
    #expect(sitting.line("invite --out \(pack) --yes").departure == nil)
    #expect(person.run("accept", pack, "--yes", "--compared").code == 0)
    let (code, console) = sitting.once(
      "assign", "#1", "--homework-file", try file("Walk for ten minutes\n\nMoving helps sleep\n"), "--due", "in 7 days",
      "--often", "daily", "--target-file", try file("urge: skip group\n"), "--module", try file(Self.page),
      "--questionnaire", project + "/Tests/FHIRTests/Fixtures/five-well.json", "--every", "7", "--out", out, "--yes")
    #expect(code == 0, "\(console.transcript)")
    #expect(console.prompts == [])
    let (taken, said) = person.run("accept", out, "--yes")
    #expect(taken == 0, "\(said.transcript)")
    for words in ["Walk for ten minutes", "skip group", "Our group"] { #expect(said.transcript.contains(words)) }
    sitting.console.secrets = [ClinicSitting.passphrase]
    let given = try sitting.store.given(to: 1)
    #expect(given.map(\.kind) == ["module", "questionnaire", "target", "homework"])
    #expect(given.compactMap { Assignment.Item(body: $0.body) }.count == 4)
    #expect(sitting.line("assigned Maya").said.contains("Walk for ten minutes: nothing came back yet"))
    #expect(sitting.line("assigned 1 --json").said.contains(#""kind":"module","outcome":"nothing came back yet""#))
    // What the person's program made of it comes back with what they share.
    let log = sitting.folder + "/week.handrail"
    let (shared, sharing) = person.run("share", "--to", "Harbour IOP", "--format", "log", "--out", log, "--yes")
    #expect(shared == 0, "\(sharing.transcript)")
    #expect(sitting.line("import \(log)").departure == nil)
    #expect(sitting.line("assigned Maya").said.contains("Walk for ten minutes: taken up on"))
    #expect(sitting.line("assigned").said.contains("Maya"))
  }

  @Test func `A file for one person is opened by nobody else`() throws {
    let (maya, zoe) = (try SamplePerson(in: sitting), try SamplePerson(in: sitting))
    enroll(maya.card)
    enroll(zoe.card, as: "Zoe")
    _ = sitting.line("assign Maya --homework-file \(try file("Walk")) --yes --out \(out)")
    #expect(zoe.run("accept", out, "--yes").code == 77)
  }

  @Test func `It is asked line by line, shown as the person will read it, and noted once the file is complete`() throws
  {
    enroll(try SampleCard("Maya", in: sitting).path)
    let (said, departure) = sitting.line(
      "assign maya --out \(out)", then: "1", "Walk for ten minutes", "Moving helps sleep", "4", "in 7 days", "2", "1",
      "Skip group", "", "5", "1")
    #expect(departure == nil, "\(said)")
    #expect(said.contains("This is what Maya will read:"))
    #expect(said.contains("Sealed for Maya."))
    #expect(try sitting.store.given(to: 1).map(\.kind) == ["target", "homework"])
    #expect(Data(try Data(contentsOf: URL(filePath: out)).prefix(3)) == Data("age".utf8))
  }

  @Test func `A window that closes keeps what was typed, and assign goes on with it`() throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    #expect(sitting.line("assign maya --out \(out)", then: "1", "Walk for ten minutes").departure == .endOfInput)
    #expect(try sitting.store.given(to: 1) == [])
    let (said, departure) = sitting.line("assign maya --out \(out)", then: "1", "5", "1")
    #expect(departure == nil, "\(said)")
    #expect(said.contains("You began this before:") && said.contains("Walk for ten minutes"))
    #expect(try sitting.store.given(to: 1).count == 1)
    // Nothing is left to go on with.
    #expect(!sitting.line("assign maya", then: "5").said.contains("You began this before:"))
  }

  @Test func `Not now writes nothing and notes nothing`() throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    let (said, _) = sitting.line("assign maya --homework-file \(try file("Walk")) --out \(out)", then: "2")
    #expect(said.contains("Nothing was written."))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try sitting.store.given(to: 1) == [])
  }

  @Test func `A file that is there already is not replaced, and nothing is noted`() throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    try Data("mine".utf8).write(to: URL(filePath: out))
    guard
      case .failed(let failure) = sitting.line("assign maya --homework-file \(try file("Walk")) --yes --out \(out)")
        .departure
    else { return #expect(Bool(false)) }
    #expect(failure.code == 73)
    #expect(try Data(contentsOf: URL(filePath: out)) == Data("mine".utf8))
    #expect(try sitting.store.given(to: 1) == [])
  }

  @Test func `Words that can read as blame are asked about before they are kept`() throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    let (said, _) = sitting.line(
      "assign maya --out \(out)", then: "1", "You failed last week, no excuse", "1", "Try again on a calm day", "", "",
      "", "5", "1")
    #expect(said.contains("can read as blame on a hard day"))
    let body = try #require(try sitting.store.given(to: 1).first?.body)
    #expect(body.contains("Try again on a calm day") && !body.contains("failed"))
  }

  @Test(arguments: [
    ("Please clean your desk", ["clean"]), ("A cleaner room", []), ("You failed.", ["you failed"]),
    ("Notice what weakens the urge", []), ("You should have called", ["you should have"]),
  ])
  func `Hard words are found as words`(text: String, found: [String]) {
    #expect(HardWords.found(in: text) == found)
  }

  @Test func `A target's words stay out of the caller's own shell`() throws {
    let (code, console) = sitting.once("assign", "#1", "--target", "urge: drinking", "--yes")
    #expect(code == 64)
    #expect(console.transcript.contains("--target-file FILE"))
    #expect(!console.transcript.contains("drinking"))
  }

  @Test(arguments: [
    ("--due", "yesterday", Int32(64)), ("--due", "soonish", 64), ("--often", "hourly", 64),
  ])
  func `What cannot be read is told, and nothing is written`(option: String, value: String, code: Int32) throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    let (_, departure) = sitting.line(
      "assign maya --homework-file \(try file("Walk")) \(option) \(value) --yes --out \(out)")
    guard case .failed(let failure) = departure else { return #expect(Bool(false)) }
    #expect(failure.code == code)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `A page that is no page is refused, and names its line`() throws {
    enroll(try SampleCard("Maya", in: sitting).path)
    let (_, departure) = sitting.line("assign maya --module \(try file("no front matter")) --yes --out \(out)")
    guard case .failed(let failure) = departure else { return #expect(Bool(false)) }
    #expect(failure.code == 65 && failure.happened.hasPrefix("That page cannot be used."))
  }
}
