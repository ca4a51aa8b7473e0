import Forms
import Journal
import Testing
import Vault

@testable import Conversation

@Suite struct DemoJournalTests {
  private func written(seed: UInt64) throws -> (count: Int, entries: [Entry], sitting: Sitting) {
    let sitting = try Sitting()
    var demo = DemoJournal(session: sitting.session, seed: seed)
    let count = try demo.write()
    return (count, try sitting.store.entries(), sitting)
  }

  @Test func `The same seed makes the same entries, and another makes others`() throws {
    let first = try written(seed: 1).entries
    #expect(try written(seed: 1).entries == first)
    #expect(try written(seed: 2).entries != first)
  }

  @Test func `Twelve weeks hold a plausible life: gaps, more moods than anything else, one plan`() throws {
    for seed in UInt64(1)...3 {
      let (count, entries, sitting) = try written(seed: seed)
      #expect(count == entries.count)
      #expect((170...260).contains(count))
      func number(_ form: String) -> Int { entries.count { $0.form.id == form } }
      #expect(number("emergency-plan") == 1 && number("goal") == 2)
      #expect((8...20).contains(number("thought-record-5")))
      #expect((80...140).contains(number("mood")))
      #expect((5...7).contains(number("homework")) && number("homework-done") >= 4)
      let days = Set(entries.map(\.day))
      #expect((60...84).contains(days.count))
      let today = DemoSeed.today
      #expect(days.allSatisfy { $0 > today.adding(days: -DemoJournal.days) && $0 <= today })
      #expect(try sitting.store.drafts() == [])
    }
  }

  @Test func `There is enough of it for every summary, and one skill with too few tries`() throws {
    for seed in UInt64(1)...3 {
      let (_, entries, sitting) = try written(seed: seed)
      let report = HelpsReport(try sitting.store.ratedTries(of: try sitting.store.ratedForms()))
      #expect(report.lines.count { $0.rated == .distress } >= 3)
      #expect(report.tooFew.map { "\($0.form) \($0.tries)" } == ["self-soothe 5"])
      #expect(Beside(try sitting.store.besideDays()).comparisons.map(\.factor) == Beside.Factor.allCases)
      #expect(try sitting.store.thoughtRecords().count { $0.traps?.isEmpty == false } >= ThoughtPatterns.least)
      #expect(entries.count { $0.form.id == "experiment-result" } >= 1)
    }
  }

  @Test func `Nothing in it is used, acted on, or hard enough to name help`() throws {
    let (_, entries, sitting) = try written(seed: 1)
    for entry in entries {
      #expect(ActedOn(entry.answers).isEmpty)
      #expect(!AfterEntry.isHard(entry, form: try sitting.store.form(of: entry)))
    }
    #expect(try sitting.store.besideDays().leftOut == [])
  }

  @Test func `Every made-up entry fits its form as a person's would`() throws {
    let (_, entries, sitting) = try written(seed: 1)
    for entry in entries {
      let form = try sitting.store.form(of: entry)
      #expect(Walk(form, editing: entry.answers).response(in: form) == entry.answers)
      #expect(entry.form == Wordings.stamp(of: form))
      #expect(entry.part == entry.recorded.part)
      if case .number(let mood)? = entry.answers["mood"] { #expect((0...10).contains(mood)) }
      if form.id == "emergency-plan" { #expect(entry.answers.count == DemoPerson.plan.count) }
      if form.id == "thought-record-5" { #expect(entry.answers.count == 6) }
    }
    #expect(Set(entries.map(\.id)).count == entries.count)
  }

  @Test func `Nobody's own words are in it but those that were made up`() throws {
    let (_, entries, _) = try written(seed: 4)
    let notes = entries.compactMap { $0.answers["note"] }
    #expect(!notes.isEmpty)
    #expect(notes.allSatisfy { note in DemoPerson.notes.contains { note == .text($0) } })
  }
}
