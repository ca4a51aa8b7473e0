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

  /// Runs to the end, and compares what was kept with what the person said.
  @discardableResult
  private func fill(_ form: Form, _ interview: Interview) throws -> Entry {
    var runner = runner(form)
    let entry = try #require(try runner.run(), "\(form.id)")
    #expect(interview.problems == [], "\(form.id)")
    #expect(entry.answers == interview.walk.response(in: form), "\(form.id)")
    #expect(try sitting.store.drafts() == [], "\(form.id)")
    return entry
  }

  @Test(arguments: Family.all, [true, false])
  func `Each answer is in the journal before the next question, and the entry holds them all`(
    family: Family, interactive: Bool
  ) throws {
    sitting.console.isInteractive = interactive
    for form in family.forms {
      for seed in interactive ? [1, 2] : [3] as [UInt64] {
        let interview = Interview(sitting, form, seed: seed)
        let entry = try fill(form, interview)
        #expect(interview.isThrough, "\(form.id)")
        #expect(Set(interview.asked).count == interview.asked.count, "\(form.id)")
        #expect(try sitting.store.entry(entry.id) == entry)
        #expect(try sitting.store.form(of: entry) == form)
      }
    }
  }

  @Test(arguments: Family.all)
  func `Going back once at every question loses nothing`(family: Family) throws {
    for (index, form) in family.forms.enumerated() {
      sitting.console.isInteractive = index % 2 == 0
      let interview = Interview(sitting, form)
      interview.wayOut = { _, visit in visit == 1 ? .back : nil }
      let entry = try fill(form, interview)
      #expect(try sitting.store.entries(EntryFilter(form: form.id)) == [entry])
    }
  }

  @Test(arguments: Family.all)
  func `Skipping everything keeps nothing and leaves nothing open`(family: Family) throws {
    for (index, form) in family.forms.enumerated() {
      sitting.console.isInteractive = index % 2 == 0
      let interview = Interview(sitting, form)
      interview.wayOut = { _, _ in .skip }
      let said = try sitting.said { () throws in
        var runner = runner(form)
        #expect(try runner.run() == nil, "\(form.id)")
      }
      #expect(interview.problems == [], "\(form.id)")
      #expect(said.contains("Nothing was written, so nothing was kept."))
      #expect(try sitting.store.entries() == [])
      #expect(try sitting.store.drafts() == [])
    }
  }

  @Test(arguments: Family.all)
  func `Skipping every other question keeps the rest`(family: Family) throws {
    for form in family.forms {
      let interview = Interview(sitting, form)
      var count = 0
      interview.wayOut = { _, _ in
        count += 1
        return count % 2 == 0 ? .skip : nil
      }
      try fill(form, interview)
    }
  }

  @Test(arguments: Family.all)
  func `Asking why and for help at every question changes nothing`(family: Family) throws {
    for form in family.forms {
      let interview = Interview(sitting, form)
      interview.wayOut = { _, visit in visit == 1 ? .why : visit == 2 ? .help : nil }
      let said = unwrapped(try sitting.said { () throws in try fill(form, interview) })
      for path in Set(interview.asked) {
        guard let why = form.question(path.question)?.why else { continue }
        #expect(said.contains(unwrapped(why)), "\(form.id): \(path.question)")
      }
    }
  }

  @Test(arguments: Family.all)
  func `Crisis at every prompt shows help and leaves the draft as it was`(family: Family) throws {
    for form in family.forms {
      let interview = Interview(sitting, form)
      var calm = false
      var crises = 0
      interview.interrupt = { _, _ in
        calm.toggle()
        guard calm else { return nil }
        crises += 1
        return .line("Crisis!")
      }
      let said = try sitting.said { () throws in try fill(form, interview) }
      #expect(crises >= interview.asked.count)
      #expect(said.components(separatedBy: "Handrail cannot call anyone").count - 1 == crises, "\(form.id)")
    }
  }

  @Test(arguments: Family.all)
  func `Pausing at every question, and going on, ends in the same entry`(family: Family) throws {
    for form in family.forms {
      let interview = Interview(sitting, form)
      interview.wayOut = { _, visit in visit == 1 ? .pause : nil }
      var runner = runner(form)
      var pauses = 0
      var entry: Entry?
      while entry == nil {
        do throws(Departure) {
          entry = try runner.run()
        } catch {
          #expect(error == .paused)
          pauses += 1
          let draft = try #require(try sitting.store.drafts().first)
          interview.resume(draft)
          runner = FormRunner(session: session, form: try sitting.store.form(of: draft), resuming: draft)
        }
      }
      #expect(entry?.answers == interview.walk.response(in: form), "\(form.id)")
      #expect(interview.problems == [], "\(form.id)")
      #expect(pauses == Set(interview.asked).count, "\(form.id)")
    }
  }
}
