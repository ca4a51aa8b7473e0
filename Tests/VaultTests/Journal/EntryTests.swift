import Forms
import Journal
import Testing

@testable import Vault

@Suite struct EntryTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  @Test func `An entry comes back whole, also after the vault was closed`() throws {
    var entry = try journal.entry(
      .feelings,
      [
        "feel": .items(["fear", "Hiraeth"]),
        "strength": .each([.init(of: "fear", answers: ["before": .number(70)])]),
      ])
    entry.links = [Link(name: "tests", entry: journal.id())]
    entry.part = nil
    try store.add(entry, form: .feelings)
    #expect(try store.entry(entry.id) == entry)
    try journal.reopen()
    #expect(try store.entries() == [entry])
    #expect(try store.form(of: entry) == .feelings)
  }

  @Test func `Editing adds a revision and keeps the one before`() throws {
    let first = try journal.add(.mood, ["mood": .number(3)])
    var changed = first
    changed.answers = ["mood": .number(4), "note": .text("better")]
    changed.recorded = journal.moment()
    changed.day = first.day.adding(days: -1)
    #expect(try store.revise(changed, form: .mood) == 2)
    changed.revision = 2
    #expect(try store.entries() == [changed])
    #expect(try journal.count("entry") == 1)
    let earlier = try journal.vault.database.read { db in
      try store.revision(1, of: first.id, n: store.head(first.id, in: db).n, in: db)
    }
    #expect(earlier == first)
  }

  @Test func `A withdrawn entry leaves lists, search, numbers and last answers`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    try store.withdraw(entry.id, at: journal.moment())
    #expect(try store.entries() == [])
    #expect(try store.count() == 0)
    #expect(try store.entries(EntryFilter(words: "rain")) == [])
    #expect(try journal.numbers() == [])
    #expect(try store.lastAnswer(form: "mood", question: "mood") == nil)
    #expect(try store.newestEntry() == nil)
    #expect(try store.ids(endingWith: entry.id.short) == [])
    let gone = try #require(try store.entry(entry.id))
    #expect(gone.status == .withdrawn)
    #expect(gone.revision == 2)
    #expect(gone.answers == entry.answers)
  }

  @Test func `Withdrawing twice changes nothing more`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3)])
    try store.withdraw(entry.id, at: journal.moment())
    let gone = try store.entry(entry.id)
    try store.withdraw(entry.id, at: journal.moment())
    #expect(try store.entry(entry.id) == gone)
  }

  @Test func `What is not there cannot be changed`() throws {
    let entry = try journal.entry(.mood, ["mood": .number(3)])
    #expect(try store.entry(entry.id) == nil)
    #expect(throws: VaultError.noSuchEntry) { try store.revise(entry, form: .mood) }
    #expect(throws: VaultError.noSuchEntry) { try store.withdraw(entry.id, at: journal.moment()) }
    #expect(try journal.count("change") == 0)
    #expect(try journal.count("revision") == 0)
  }

  @Test func `An entry reads in the words it was answered under`() throws {
    var later = Form.mood
    later.version = 2
    later.questions[0].ask = "How is your mood?"
    let old = try journal.add(.mood, ["mood": .number(3)])
    let new = try journal.add(later, ["mood": .number(4)])
    try journal.add(.mood, ["mood": .number(5)])
    #expect(try store.form(of: old) == .mood)
    #expect(try store.form(of: new) == later)
    #expect(try journal.count("wording") == 2)
  }

  @Test func `The same version in other words is kept apart`() throws {
    var other = Form.mood
    other.questions[0].ask = "And now?"
    let (first, second) = (try journal.add(.mood, ["mood": .number(3)]), try journal.add(other, ["mood": .number(4)]))
    #expect(first.form.wording != second.form.wording)
    #expect(first.form.wording.count == 32)
    #expect(try store.form(of: second) == other)
  }

  @Test func `Numbers are kept with their item and unit, and follow an edit`() throws {
    let entry = try journal.add(
      .feelings,
      [
        "feel": .items(["fear", "Hiraeth"]),
        "strength": .each([
          .init(of: "fear", answers: ["before": .number(70)]), .init(of: "Hiraeth", answers: ["before": .number(20)]),
        ]),
      ])
    try journal.add(.mood, ["mood": .number(6), "slept": .number(450)])
    #expect(
      try journal.numbers() == [
        "strength.before[fear] 70 %", "strength.before[Hiraeth] 20 %", "load 90", "mood 6", "slept 450 min",
      ])
    var changed = entry
    changed.answers = [
      "feel": .items(["fear"]), "strength": .each([.init(of: "fear", answers: ["before": .number(10)])]),
    ]
    try store.revise(changed, form: .feelings)
    #expect(try journal.numbers() == ["strength.before[fear] 10 %", "load 10", "mood 6", "slept 450 min"])
  }

  @Test func `The last answer is of the newest day, and of that form alone`() throws {
    try journal.add(.mood, ["mood": .number(3), "note": .text("old")], day: "2026-11-18")
    try journal.add(.mood, ["mood": .number(5)], day: "2026-11-20")
    try journal.add(.mood, ["mood": .number(4), "note": .text("between")], day: "2026-11-19")
    try journal.add(.small("note", Question("note", .text)), ["note": .text("elsewhere")])
    #expect(try store.lastAnswer(form: "mood", question: "mood") == .number(5))
    #expect(try store.lastAnswer(form: "mood", question: "note") == .text("between"))
    #expect(try store.lastAnswer(form: "mood", question: "slept") == nil)
    #expect(try store.lastAnswer(form: "none", question: "mood") == nil)
  }

  @Test func `What the program remembers is replaced by name`() throws {
    #expect(try store.memory("a") == nil)
    try store.remember("a", [1, 2])
    try store.remember("b", [])
    try store.remember("a", [3])
    try journal.reopen()
    #expect(try store.memory("a") == [3])
    #expect(try store.memory("b") == [])
  }

  @Test func `The last save is that of the newest entry or draft`() throws {
    #expect(try store.lastSaved() == nil)
    let entry = try journal.add(.mood, ["mood": .number(3)])
    #expect(try store.lastSaved() == entry.recorded.milliseconds)
    let draft = journal.draft(.mood, .number(3))
    try store.keep(draft, form: .mood)
    #expect(try store.lastSaved() == draft.updated.milliseconds)
  }
}
