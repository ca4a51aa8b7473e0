import Crypto
import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// When the disk refuses a save: nothing typed is let go of without a plain choice.
@Suite struct RefusedSaveTests {
  let sitting: Sitting
  let mood: Form
  var session: Session { sitting.session }
  /// A folder with room, as on a stick.
  var stick: String { sitting.folder.path + "/my stick" }

  init() throws {
    sitting = try Sitting()
    mood = try EveryForm.named("mood")
    mkdir(sitting.folder.path + "/my stick", 0o700)
  }

  /// The journal's file is gone from under the sitting, and comes back.
  private func takeAway() { rename(sitting.home + "/vault", sitting.home + "/away") }
  private func bringBack() { rename(sitting.home + "/away", sitting.home + "/vault") }

  private func keepMood() -> Departure? {
    sitting.leaving { () throws(Departure) in
      let now = session.world.clock.now()
      let entry = Entry(
        id: session.world.newID(), form: Wordings.stamp(of: mood), day: now.day, recorded: now,
        answers: ["mood": .number(6)])
      try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: mood) }
    }
  }

  private var unsaved: Departure {
    .failed(
      Failure(
        "That was left unsaved.", safe: "Nothing was overwritten, and the next save asks again.", code: 74))
  }

  @Test func `Another try stores it once the disk takes it`() throws {
    takeAway()
    var asked = 0
    sitting.console.reply = { [self] _ in
      asked += 1
      if asked == 2 { bringBack() }
      return .line("1")
    }
    #expect(keepMood() == nil)
    #expect(asked == 2)
    #expect(try sitting.store.entries().count == 1)
    #expect(sitting.transcript.contains("What you just wrote is not stored yet. It is still here"))
  }

  @Test(arguments: [Reply.line("3"), .line("back"), .endOfInput])
  func `Left unsaved, nothing of it is kept, and the journal works on`(reply: Reply) throws {
    takeAway()
    sitting.answer([.interrupted(draft: ""), reply])
    #expect(keepMood() == unsaved)
    #expect(sitting.transcript.contains("It is still here. 3 leaves without saving it."))
    bringBack()
    #expect(keepMood() == nil)
    #expect(try sitting.store.entries().count == 1)
  }

  @Test func `A hang-up ends it`() throws {
    takeAway()
    sitting.answer([.hangUp(draft: "")])
    #expect(keepMood() == .hungUp)
  }

  @Test func `In another place the whole journal is kept with it, and the sitting goes on there`() throws {
    #expect(keepMood() == nil)
    takeAway()
    sitting.type("2", "", "2", "/nowhere/stick", "'\(stick)/'")
    #expect(keepMood() == nil)
    #expect(keepMood() == nil)
    #expect(try sitting.store.entries().count == 3)
    #expect(sitting.transcript.contains("That folder is not there."))
    session.lock()
    bringBack()
    let passphrase = try SecretBytes(copying: Array(Sitting.passphrase.utf8))
    for (path, count) in [(stick + "/handrail", 3), (sitting.home, 1)] {
      let vault = try OpenVault.open(in: VaultFolder(path: path), passphrase: passphrase)
      #expect(try JournalStore(vault).entries().count == count)
      vault.close()
    }
  }

  @Test func `The place is told with quotes where it needs them, and again in a second folder`() throws {
    takeAway()
    sitting.type("2", stick)
    #expect(keepMood() == nil)
    #expect(sitting.transcript.replacing("\n", with: " ").contains("handrail --home '\(stick)/handrail'"))
    rename(stick + "/handrail/vault", stick + "/handrail/away")
    sitting.type("2", stick)
    #expect(keepMood() == nil)
    #expect(session.movedTo == stick + "/handrail-2")
    #expect(try sitting.store.entries().count == 2)
  }

  @Test func `In a script nothing is asked, and it is said that nothing was saved`() throws {
    sitting.console.isInteractive = false
    takeAway()
    #expect(keepMood() == .failed(Failure(.changedUnderneath)))
    #expect(sitting.transcript == "")
    #expect(Failure(.changedUnderneath).sentences.contains("nothing new was saved"))
    #expect(Failure(.diskFull).sentences.contains("Nothing new was saved."))
  }

  @Test(arguments: [Reply.line("hide"), .idle(draft: "half")])
  func `Whoever goes away meanwhile finds the screen locked, and the words still there after the passphrase`(
    reply: Reply
  ) throws {
    takeAway()
    sitting.console.recording.secrets = ["not it", Sitting.passphrase]
    var asked = 0
    sitting.console.reply = { [self] _ in
      asked += 1
      if asked == 1 { return reply }
      bringBack()
      return .line("1")
    }
    #expect(keepMood() == nil)
    #expect(sitting.console.recording.clearCount > 0)
    #expect(sitting.console.recording.forgetCount == 1)
    #expect(session.isUnlocked)
    #expect(sitting.transcript.contains("That did not open the journal."))
    #expect(try sitting.store.entries().count == 1)
  }

  @Test func `An answer in a form stays until it is stored, also when the person hides first`() throws {
    let form = try EveryForm.named("note")
    sitting.console.recording.secrets = [Sitting.passphrase]
    var replies: [Reply] = [.line("first line"), .line("hide"), .line("1"), .line("second line"), .line("")]
    sitting.console.reply = { [self] prompt in
      let reply = replies.isEmpty ? .endOfInput : replies.removeFirst()
      if reply == .line("hide") { takeAway() }
      if reply == .line("1") { bringBack() }
      return reply
    }
    var runner = FormRunner(session: session, form: form, day: DemoSeed.today)
    let entry = try runner.run()
    #expect(entry?.answers == ["words": .text("first line\nsecond line")])
  }

  @Test func `Names of folders are read as people type them`() {
    #expect(TypedPath("~/stick/", home: "/home/me").path == "/home/me/stick")
    #expect(TypedPath("\"/media/my stick\"", home: nil).path == "/media/my stick")
    #expect(TypedPath("/", home: nil).path == "/")
    #expect(TypedPath("stick", home: nil).path.hasSuffix("/stick"))
    #expect(Quoted.path("/media/Zoë/a-b_c.d") == "/media/Zoë/a-b_c.d")
    #expect(Quoted.path("/media/it's") == "'/media/it'\\''s'")
  }
}
