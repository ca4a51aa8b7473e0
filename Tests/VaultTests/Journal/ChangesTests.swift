import Forms
import Journal
import Testing

@testable import Vault

/// Taking back one of the last changes, and bringing back what is out.
@Suite struct ChangesTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  private func revise(_ entry: Entry, _ mood: Double) throws {
    var changed = entry
    changed.answers["mood"] = .number(mood)
    changed.recorded = journal.moment()
    try store.revise(changed, form: .mood)
  }

  private func moods() throws -> [Double] { try store.entries().compactMap { $0.answers["mood"]?.size } }

  @Test func `The last twenty changes stand in a list, newest first, each with what came after it`() throws {
    let first = try journal.add(.mood, ["mood": .number(1)])
    let second = try journal.add(.mood, ["mood": .number(2)])
    try revise(first, 8)
    try revise(first, 9)
    let changes = try store.changes()
    #expect(changes.map(\.kind) == [.edit, .edit, .add, .add])
    #expect(changes.map(\.later.count) == [0, 1, 0, 2])
    #expect(changes[3].later == [changes[0].number, changes[1].number])
    #expect(changes[2].subject == .entry(second))
    for number in 0..<30 { try journal.add(.mood, ["mood": .number(Double(number % 10))]) }
    #expect(try store.changes().count == 20)
  }

  @Test func `A change in the middle is taken back, and later ones of other entries stay`() throws {
    let first = try journal.add(.mood, ["mood": .number(1)])
    try revise(first, 8)
    try journal.add(.mood, ["mood": .number(2)])
    let change = try #require(try store.changes().first { $0.kind == .edit })
    guard case .edited(let back)? = try store.undo([change.number], at: journal.moment()).first else {
      Issue.record("not an edit")
      return
    }
    #expect(back.answers == first.answers && back.revision == 3)
    #expect(try moods() == [2, 1])
    #expect(try store.revisions(of: first.id).map { $0.answers["mood"]?.size } == [1, 8, 1])
  }

  @Test func `What a later change stands on is not taken back alone, and nothing is changed`() throws {
    let first = try journal.add(.mood, ["mood": .number(1)])
    try revise(first, 8)
    try revise(first, 9)
    let changes = try store.changes()
    #expect(throws: VaultError.noSuchEntry) { try store.undo([changes[1].number], at: journal.moment()) }
    // All or none: the first of these could be taken back, the second could not.
    #expect(throws: VaultError.noSuchEntry) {
      try store.undo([changes[0].number, changes[2].number], at: journal.moment())
    }
    #expect(try store.changes() == changes)
    #expect(try moods() == [9])
    #expect(try store.undo(changes.map(\.number), at: journal.moment()).count == 3)
    #expect(try moods() == [])
  }

  @Test func `A change is taken back once`() throws {
    try journal.add(.mood, ["mood": .number(1)])
    let number = try #require(try store.changes().first).number
    _ = try store.undo([number], at: journal.moment())
    #expect(throws: VaultError.noSuchEntry) { try store.undo([number], at: journal.moment()) }
    #expect(throws: VaultError.noSuchEntry) { try store.undo([99], at: journal.moment()) }
  }

  @Test func `A deleted entry comes back by its name, with numbers and words, and that can be undone`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    try store.withdraw(entry.id, at: journal.moment())
    #expect(try store.deleted().map(\.id) == [entry.id])
    #expect(try store.ids(endingWith: entry.id.short) == [])
    #expect(try store.ids(endingWith: entry.id.short, status: .withdrawn) == [entry.id])
    let back = try #require(try store.restore(entry.id, at: journal.moment()))
    #expect(back.answers == entry.answers && back.status == .final && back.revision == 3)
    #expect(try store.entries(EntryFilter(words: "rain")) == [back])
    #expect(try journal.numbers() == ["mood 3"])
    #expect(try store.deleted() == [])
    guard case .restored(let gone)? = try store.undo(at: journal.moment()) else {
      Issue.record("not a restore")
      return
    }
    #expect(gone.status == .withdrawn)
    #expect(try store.deleted().map(\.id) == [entry.id])
    #expect(try journal.numbers() == [])
  }

  @Test func `An earlier version comes back as a new one`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3)])
    try revise(entry, 8)
    #expect(try store.restore(entry.id, revision: 1, at: journal.moment())?.revision == 3)
    #expect(try moods() == [3])
    #expect(try store.restore(entry.id, revision: 1, at: journal.moment()) == nil)
    #expect(try store.restore(entry.id, revision: 9, at: journal.moment()) == nil)
    #expect(try store.restore(entry.id, at: journal.moment()) == nil)
    #expect(try store.changes().map(\.kind) == [.edit, .edit, .add])
    _ = try store.undo(at: journal.moment())
    #expect(try moods() == [8])
  }

  @Test func `A draft that was set aside is taken up again, and its change no longer stands`() throws {
    let draft = journal.draft(.mood, .number(5))
    try store.keep(draft, form: .mood)
    try store.setAside(draft.id, at: journal.moment())
    #expect(try store.setAsideDrafts() == [draft])
    #expect(try store.changes().map(\.subject) == [.draft(draft)])
    try store.takeUp(draft.id)
    #expect(try store.drafts() == [draft])
    #expect(try store.changes() == [])
  }
}
