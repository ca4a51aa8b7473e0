import Forms
import Journal
import Testing

@testable import Vault

@Suite struct UndoTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  @Test func `In a new journal there is nothing to undo`() throws {
    #expect(try store.undo(at: journal.moment()) == nil)
  }

  @Test func `Undoing an entry takes it out, and keeps what it said`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    #expect(try store.undo(at: journal.moment()) == .added(entry))
    #expect(try store.entries() == [])
    #expect(try store.entries(EntryFilter(words: "rain")) == [])
    #expect(try journal.numbers() == [])
    #expect(try store.entry(entry.id)?.answers == entry.answers)
  }

  @Test func `Undoing an edit brings back answers, day, numbers and search`() throws {
    let first = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    var changed = first
    changed.answers = ["mood": .number(8), "note": .text("sun")]
    changed.day = first.day.adding(days: -1)
    try store.revise(changed, form: .mood)
    let moment = journal.moment()
    var back = first
    back.revision = 3
    back.recorded = moment
    #expect(try store.undo(at: moment) == .edited(back))
    #expect(try store.entries() == [back])
    #expect(try journal.numbers() == ["mood 3"])
    #expect(try store.entries(EntryFilter(words: "rain")) == [back])
    #expect(try store.entries(EntryFilter(words: "sun")) == [])
  }

  @Test func `Undoing a delete brings the entry back`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    try store.withdraw(entry.id, at: journal.moment())
    let moment = journal.moment()
    var back = entry
    back.revision = 3
    back.recorded = moment
    #expect(try store.undo(at: moment) == .deleted(back))
    #expect(try store.entries(EntryFilter(words: "rain")) == [back])
    #expect(try journal.numbers() == ["mood 3"])
  }

  @Test func `Changes of every kind are taken back in turn, newest first`() throws {
    let first = try journal.add(.mood, ["mood": .number(1)])
    let second = try journal.add(.mood, ["mood": .number(2)])
    var changed = first
    changed.answers = ["mood": .number(9)]
    try store.revise(changed, form: .mood)
    let draft = journal.draft(.mood, .number(5))
    try store.keep(draft, form: .mood)
    try store.setAside(draft.id, at: journal.moment())
    try store.withdraw(second.id, at: journal.moment())
    try store.withdraw(first.id, at: journal.moment())
    try journal.reopen()

    var kinds: [String] = []
    var moods: [[Double]] = []
    while let undone = try store.undo(at: journal.moment()) {
      switch undone {
      case .added(let entry): kinds.append("added \(entry.id == first.id ? 1 : 2)")
      case .edited(let entry): kinds.append("edited \(entry.id == first.id ? 1 : 2)")
      case .deleted(let entry): kinds.append("deleted \(entry.id == first.id ? 1 : 2)")
      case .restored, .imported, .accepted: kinds.append("unexpected")
      case .setAside(let back): kinds.append(back == draft ? "draft" : "other draft")
      }
      moods.append(try store.entries().compactMap { $0.answers["mood"]?.size })
    }
    #expect(kinds == ["deleted 1", "deleted 2", "draft", "edited 1", "added 2", "added 1"])
    #expect(moods == [[9], [2, 9], [2, 9], [2, 1], [1], []])
  }

  @Test func `A change after an undo is undone first, and the undone ones stay undone`() throws {
    try journal.add(.mood, ["mood": .number(1)])
    let gone = try journal.add(.mood, ["mood": .number(2)])
    #expect(try store.undo(at: journal.moment()) == .added(gone))
    let third = try journal.add(.mood, ["mood": .number(3)])
    #expect(try store.undo(at: journal.moment()) == .added(third))
    #expect(try store.entries().map(\.answers) == [["mood": .number(1)]])
  }

  @Test func `A draft that is gone does not stand in the way of earlier undos`() throws {
    let entry = try journal.add(.mood, ["mood": .number(1)])
    let draft = journal.draft(.mood, .number(5))
    try store.keep(draft, form: .mood)
    try store.setAside(draft.id, at: journal.moment())
    try store.drop(draft.id)
    #expect(try store.undo(at: journal.moment()) == .added(entry))
  }
}
