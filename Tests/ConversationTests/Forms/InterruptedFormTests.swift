import Crypto
import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Forms that are left in the middle: what was typed is kept, and they go on where they stood.
@Suite struct InterruptedFormTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func runner(_ form: Form) -> FormRunner { FormRunner(session: session, form: form, day: DemoSeed.today) }

  /// Leaves at every second prompt in this way, resumes from the journal each time, and returns the entry.
  private func leaving(_ form: Form, with reply: @escaping (_ half: String) -> Reply, as departure: Departure)
    throws -> (entry: Entry?, interview: Interview, times: Int)
  {
    let interview = Interview(sitting, form)
    var stay = false
    var half = ""
    interview.interrupt = { step, prompt in
      stay.toggle()
      guard stay else {
        // Back at the question, with what stood on the line.
        if prompt.prefill != half { interview.problems.append("\(step.question.id): \(prompt.prefill) for \(half)") }
        return nil
      }
      half = "half a line \(step.question.id)"
      return reply(half)
    }
    var runner = runner(form)
    var times = 0
    while true {
      do throws(Departure) {
        return (try runner.run(), interview, times)
      } catch {
        #expect(error == departure)
        times += 1
        let draft = try #require(try sitting.store.drafts().first)
        #expect(draft.walk.partial == half)
        interview.resume(draft)
        runner = FormRunner(session: session, form: try sitting.store.form(of: draft), resuming: draft)
      }
    }
  }

  @Test(arguments: Family.all)
  func `A closed window at every prompt costs nothing, not even the line being typed`(family: Family) throws {
    for form in family.forms {
      let (entry, interview, times) = try leaving(form, with: { .hangUp(draft: $0) }, as: .hungUp)
      #expect(interview.problems == [], "\(form.id)")
      #expect(entry?.answers == interview.walk.response(in: form), "\(form.id)")
      #expect(times >= Set(interview.asked).count)
      #expect(try sitting.store.entries(EntryFilter(form: form.id)).count == 1)
    }
  }

  @Test(arguments: Family.all)
  func `Control-C in a one-shot keeps the line being typed`(family: Family) throws {
    for form in family.forms.prefix(3) {
      let (entry, interview, _) = try leaving(form, with: { .interrupted(draft: $0) }, as: .interrupted)
      #expect(interview.problems == [], "\(form.id)")
      #expect(entry?.answers == interview.walk.response(in: form), "\(form.id)")
    }
  }

  @Test func `Control-C in the shell goes back to the menu`() throws {
    session.isShell = true
    let (_, _, times) = try leaving(EveryForm.named("thought-record-5"), with: { .interrupted(draft: $0) }, as: .paused)
    #expect(times > 5)
  }

  @Test func `After an idle lock the passphrase leads back to the same question and line`() throws {
    let form = try EveryForm.named("thought-record-5")
    let interview = Interview(sitting, form)
    var left = 0
    interview.interrupt = { step, prompt in
      if step.question.id == "balanced", left == 0 {
        left += 1
        // A slip, then the passphrase.
        self.sitting.console.recording.secrets = ["not it", Sitting.passphrase]
        interview.arrived()
        return .idle(draft: "half of it")
      }
      if left == 1 {
        left += 1
        if prompt.prefill != "half of it" { interview.problems.append("the line is gone: \(prompt.prefill)") }
        if self.sitting.console.recording.clearCount != 1 { interview.problems.append("the screen is not cleared") }
      }
      return nil
    }
    var runner = runner(form)
    interview.keepsPartial = true
    let entry = try runner.run()
    #expect(left == 2)
    #expect(interview.problems == [])
    #expect(entry?.answers == interview.walk.response(in: form))
    #expect(sitting.console.recording.forgetCount == 1)
  }

  @Test(arguments: ["thought-record-7", "mood"])
  func `What is answered is on the disk, in a copy made at each prompt`(id: String) throws {
    let form = try EveryForm.named(id)
    let interview = Interview(sitting, form)
    let copies = TemporaryFolder()
    var seen = 0
    interview.interrupt = { [self] _, _ in
      guard let kept = interview.kept else { return nil }
      seen += 1
      do {
        let copy = copies.path + "/\(seen)"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: sitting.home + "/vault", toPath: copy + "/vault")
        let passphrase = try SecretBytes(copying: Array(Sitting.passphrase.utf8))
        let vault = try OpenVault.open(in: VaultFolder(path: copy), passphrase: passphrase)
        defer { vault.close() }
        if try JournalStore(vault).drafts().first?.walk != kept { interview.problems.append("the copy is behind") }
      } catch {
        interview.problems.append("\(error)")
      }
      return nil
    }
    var runner = runner(form)
    _ = try runner.run()
    #expect(interview.problems == [])
    #expect(seen >= interview.asked.count - 1)
  }

  @Test func `The end of the input keeps the draft`() throws {
    sitting.console.isInteractive = false
    sitting.type("The bus was late.", "", "1", "80", "Everyone stared.")
    var runner = runner(try EveryForm.named("thought-record-5"))
    #expect(sitting.leaving { () throws(Departure) in _ = try runner.run() } == .endOfInput)
    let draft = try #require(try sitting.store.drafts().first)
    #expect(draft.walk.lines == ["Everyone stared."])
    #expect(draft.walk.answers.count == 3)
    #expect(Departure.endOfInput.exitCode == 0)
  }
}

extension EveryForm {
  static func named(_ id: String) throws -> Form { try #require(all.first { $0.id == id }) }
}
