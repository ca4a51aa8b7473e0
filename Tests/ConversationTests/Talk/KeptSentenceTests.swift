import Forms
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// A sentence at the menu is never corrected, and never lost.
@Suite struct KeptSentenceTests {
  let sentence = "i can't \"do\" this  anymore"

  private func answer(_ sitting: Sitting, _ replies: [Reply]) -> Departure? {
    sitting.answer(replies)
    return sitting.leaving { () throws(Departure) in try KeptSentence(session: sitting.session).answer(sentence) }
  }

  @Test func `The sentence is in the journal before anything is asked`() throws {
    let sitting = try Sitting()
    var kept: [[String]] = []
    sitting.console.reply = { _ in
      kept.append((try? sitting.store.drafts().map { $0.walk.lines.joined() }) ?? [])
      return .line("3")
    }
    try KeptSentence(session: sitting.session).answer(sentence)
    #expect(kept == [[sentence]])
    #expect(sitting.transcript.hasPrefix("! In danger, or thinking of suicide? Type crisis."))
    #expect(sitting.transcript.contains("I have kept that."))
    #expect(sitting.transcript.contains("What you wrote waits under `resume`."))
  }

  @Test func `Help now shows help, and the sentence waits`() throws {
    let sitting = try Sitting()
    #expect(answer(sitting, [.line("1")]) == nil)
    #expect(sitting.transcript.contains("In danger now?"))
    #expect(try sitting.store.drafts().map(\.walk.lines) == [[sentence]])
  }

  @Test func `Write this down goes on with it as a note`() throws {
    let sitting = try Sitting()
    #expect(answer(sitting, [.line("2"), .line("And more."), .line("")]) == nil)
    let entries = try sitting.store.entries()
    #expect(entries.map(\.answers) == [["words": .text(sentence + "\nAnd more.")]])
    #expect(entries.map(\.form.id) == ["note"])
    #expect(try sitting.store.drafts() == [])
  }

  @Test(arguments: [
    Reply.endOfInput, .interrupted(draft: ""), .hangUp(draft: ""), .line("back"), .line("quit"),
  ])
  func `Whatever comes next, the sentence is kept`(reply: Reply) throws {
    let sitting = try Sitting()
    #expect(answer(sitting, [reply]) != nil)
    #expect(try sitting.store.drafts().map(\.walk.lines) == [[sentence]])
  }

  @Test func `While the journal is locked, help comes first and writing asks for the passphrase`() throws {
    let sitting = try Sitting()
    sitting.session.isShell = true
    sitting.session.lock()
    sitting.console.recording.secrets = [Sitting.passphrase]
    #expect(answer(sitting, [.line("1")]) == nil)
    #expect(!sitting.session.isUnlocked)
    #expect(answer(sitting, [.line("2"), .line(""), .line("")]) == nil)
    #expect(try sitting.store.entries().map(\.answers) == [["words": .text(sentence)]])
  }
}
