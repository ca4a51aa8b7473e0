import Forms
import Foundation
import Journal
import Terminal
import Testing
import Vault

@testable import Conversation

/// Every form of the content, filled in through the runner, with the journal looked into at every prompt.
@Suite struct WholeFormTests {
  let sitting: Sitting
  var session: Session { sitting.session }

  init() throws { sitting = try Sitting() }

  private func runner(_ form: Form) -> FormRunner { FormRunner(session: session, form: form, day: DemoSeed.today) }

  /// Runs to the end; the entry that was kept.
  private func run(_ form: Form) throws -> Entry? {
    var runner = runner(form)
    return try runner.run()
  }

  @Test(arguments: EveryForm.all, [true, false])
  func `Each answer is in the journal before the next question, and the entry holds them all`(
    form: Form, interactive: Bool
  ) throws {
    sitting.console.isInteractive = interactive
    for seed in UInt64(1)...3 {
      let interview = Interview(sitting, form, seed: seed)
      let entry = try #require(try run(form))
      #expect(interview.problems == [])
      #expect(interview.walk.current(in: form) == nil)
      #expect(entry.answers == interview.walk.response(in: form))
      #expect(try sitting.store.entry(entry.id) == entry)
      #expect(try sitting.store.form(of: entry) == form)
      #expect(try sitting.store.drafts() == [])
      #expect(Set(interview.asked).count == interview.asked.count)
    }
  }

  @Test(arguments: EveryForm.all, [true, false])
  func `Going back once at every question loses nothing`(form: Form, interactive: Bool) throws {
    sitting.console.isInteractive = interactive
    let interview = Interview(sitting, form)
    interview.wayOut = { _, visit in visit == 1 ? .back : nil }
    let entry = try #require(try run(form))
    #expect(interview.problems == [])
    #expect(entry.answers == interview.walk.response(in: form))
    #expect(try sitting.store.entries() == [entry])
  }

  @Test(arguments: EveryForm.all, [true, false])
  func `Skipping everything keeps nothing and leaves nothing open`(form: Form, interactive: Bool) throws {
    sitting.console.isInteractive = interactive
    let interview = Interview(sitting, form)
    interview.wayOut = { _, _ in .skip }
    #expect(try run(form) == nil)
    #expect(interview.problems == [])
    #expect(try sitting.store.entries() == [])
    #expect(try sitting.store.drafts() == [])
    #expect(sitting.transcript.contains("Nothing was written, so nothing was kept."))
  }

  @Test(arguments: EveryForm.all)
  func `Skipping every other question keeps the rest`(form: Form) throws {
    let interview = Interview(sitting, form)
    var count = 0
    interview.wayOut = { _, _ in
      count += 1
      return count % 2 == 0 ? .skip : nil
    }
    let entry = try #require(try run(form))
    #expect(interview.problems == [])
    #expect(entry.answers == interview.walk.response(in: form))
  }

  @Test(arguments: EveryForm.all)
  func `Asking why and for help at every question changes nothing`(form: Form) throws {
    let interview = Interview(sitting, form)
    interview.wayOut = { _, visit in visit == 1 ? .why : visit == 2 ? .help : nil }
    let entry = try #require(try run(form))
    #expect(interview.problems == [])
    #expect(entry.answers == interview.walk.response(in: form))
    for path in Set(interview.asked) {
      guard let why = form.question(path.question)?.why else { continue }
      #expect(unwrapped(sitting.transcript).contains(unwrapped(why)))
    }
  }

  @Test(arguments: EveryForm.all)
  func `Crisis at every prompt shows help and leaves the draft as it was`(form: Form) throws {
    let interview = Interview(sitting, form)
    var calm = false
    var crises = 0
    interview.interrupt = { _, _ in
      calm.toggle()
      guard calm else { return nil }
      crises += 1
      return .line("Crisis!")
    }
    let entry = try #require(try run(form))
    #expect(interview.problems == [])
    #expect(entry.answers == interview.walk.response(in: form))
    #expect(crises >= interview.asked.count)
    #expect(sitting.transcript.components(separatedBy: "Handrail cannot call anyone").count - 1 == crises)
  }

  @Test(arguments: EveryForm.all)
  func `Pausing at every question, and going on, ends in the same entry`(form: Form) throws {
    let interview = Interview(sitting, form)
    interview.wayOut = { _, visit in visit == 1 ? .pause : nil }
    var runner = runner(form)
    var pauses = 0
    while true {
      do throws(Departure) {
        let entry = try runner.run()
        #expect(entry?.answers == interview.walk.response(in: form))
        break
      } catch {
        #expect(error == .paused)
        pauses += 1
        let draft = try #require(try sitting.store.drafts().first)
        interview.resume(draft)
        runner = FormRunner(session: session, form: try sitting.store.form(of: draft), resuming: draft)
      }
    }
    #expect(interview.problems == [])
    #expect(pauses == Set(interview.asked).count)
  }
}
