import Crypto
import Terminal
import Testing
import Vault

@testable import Conversation

@Suite struct UnlockTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws {
    sitting = try Sitting()
    session.lock()
  }

  private func unlock(_ secrets: String...) -> Departure? {
    sitting.console.recording.secrets = secrets
    return sitting.leaving { () throws(Departure) in try Unlock(session: session).run() }
  }

  @Test func `The passphrase opens the journal`() {
    #expect(unlock(Sitting.passphrase) == nil)
    #expect(session.isUnlocked)
  }

  @Test func `A wrong one costs nothing but time`() {
    #expect(unlock("nope", "Correct horse", Sitting.passphrase) == nil)
    #expect(sitting.transcript.components(separatedBy: "Nothing is lost; try again.").count - 1 == 2)
    #expect(session.isUnlocked)
  }

  @Test func `Three wrong ones end a one-shot with 77, and lead the shell back to its menu`() {
    #expect(unlock("a", "b", "c")?.exitCode == 77)
    session.isShell = true
    #expect(unlock("a", "b", "c") == .paused)
    #expect(sitting.transcript.contains("If you have recovery words"))
  }

  @Test(arguments: ["crisis", "CRISIS", "sos", "988", "help me", "i want to die"])
  func `Words for danger show help at the passphrase prompt`(word: String) {
    #expect(unlock(word, Sitting.passphrase) == nil)
    #expect(sitting.transcript.contains("In danger now?"))
    #expect(session.isUnlocked)
  }

  @Test func `Enter goes on without the journal, in the shell`() {
    session.isShell = true
    #expect(unlock("") == .paused)
    #expect(!session.isUnlocked)
  }

  @Test func `Quit and hide do what they say`() {
    #expect(unlock("quit") == .quit)
    #expect(unlock("hide", Sitting.passphrase) == nil)
    #expect(sitting.console.recording.clearCount == 1)
  }

  @Test func `Nothing that was typed at the prompt is shown`() {
    _ = unlock("canary one", "canary two", "canary three")
    #expect(!sitting.transcript.contains("canary"))
  }

  @Test func `Without a journal there is nothing to open`() throws {
    let empty = try Sitting(journal: false)
    #expect(
      empty.leaving { () throws(Departure) in try Unlock(session: empty.session).run() } == .failed(.noJournal))
  }

  @Test func `A journal that is open elsewhere is told so with 75`() throws {
    let other = try OpenVault.open(
      in: session.world.folder, passphrase: try SecretBytes(copying: Array(Sitting.passphrase.utf8)))
    defer { other.close() }
    #expect(unlock(Sitting.passphrase)?.exitCode == 75)
  }
}

@Suite struct NewPassphraseTests {
  let sitting: Sitting

  init() throws { sitting = try Sitting(journal: false) }

  private func choose(_ secrets: [String], then lines: String...) throws -> String {
    sitting.console.recording.secrets = secrets
    sitting.answer(lines.map { .line($0) })
    return try NewJournal(session: sitting.session).choose().withBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `The same passphrase twice is taken`() throws {
    #expect(try choose(["correct horse", "correct horse"]) == "correct horse")
  }

  @Test func `A slip in one of them starts again`() throws {
    #expect(try choose(["correct horse", "corect horse", "correct horse", "correct horse"]) == "correct horse")
    #expect(sitting.transcript.contains("Nothing is lost; start again."))
  }

  @Test(arguments: ["crisis", "Crisis", "help", "quit", "words", "911", "suicide"])
  func `A word with another use is not a passphrase`(word: String) throws {
    #expect(try choose([word, "correct horse", "correct horse"]) == "correct horse")
    #expect(sitting.transcript.contains("That word has another use at this prompt."))
    #expect(sitting.transcript.contains("In danger now?") == Words.opensCrisis(word))
  }

  @Test func `A short one is taken only after a second thought`() throws {
    #expect(try choose(["short", "correct horse", "correct horse"], then: "") == "correct horse")
    #expect(try choose(["short", "short"], then: "2") == "short")
  }

  @Test func `Enter takes the four suggested words, typed once to know them`() throws {
    var suggested = ""
    sitting.console.recording.secrets = [""]
    #expect(
      sitting.leaving { () throws(Departure) in _ = try NewJournal(session: sitting.session).choose() } == .endOfInput)
    for block in sitting.console.recording.blocks { if case .quote(let words) = block { suggested = words } }
    #expect(suggested.split { $0 == " " || $0 == "-" }.count == 4)
    #expect(sitting.transcript.contains("Type the four words once"))
  }
}
