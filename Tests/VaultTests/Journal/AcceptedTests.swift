import Forms
import Journal
import Testing

@testable import Vault

/// What comes from a programme: all or none, and out again as one, beside what the person wrote.
@Suite struct AcceptedTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  /// A new entry, a changed one, one that goes, and two values.
  private func acceptance(changing one: Entry, removing other: Entry, id: UInt8 = 1) throws -> Acceptance {
    var acceptance = Acceptance(source: "Harbour")
    let new = Entry(
      id: ULID(milliseconds: 1_600_000_000_000, random: [UInt8](repeating: id, count: 10)), form: one.form,
      day: one.day, recorded: journal.moment(), answers: ["mood": .number(7)])
    var changed = one
    changed.answers = ["mood": .number(8)]
    acceptance.entries = [(new, .mood), (changed, .mood)]
    acceptance.withdrawn = [other.id]
    acceptance.values = ["a": Array("[1,2]".utf8), "b": [9]]
    return acceptance
  }

  private func moods() throws -> [Double] { try store.entries().compactMap { $0.answers["mood"]?.size }.sorted() }

  @Test func `All of it comes in as one change, and goes as one`() throws {
    let (one, other) = (try journal.add(.mood, ["mood": .number(1)]), try journal.add(.mood, ["mood": .number(2)]))
    try store.remember("a", Array("[1]".utf8))
    try store.accept(acceptance(changing: one, removing: other), at: journal.moment())
    #expect(try moods() == [7, 8])
    #expect(try store.memory("b") == [9])
    #expect(try store.changes().map(\.kind) == [.accept, .add, .add])
    try journal.reopen()
    guard case .accepted(let batch, let kept)? = try store.undo(at: journal.moment()) else {
      Issue.record("nothing accepted was taken back")
      return
    }
    #expect(batch.source == "Harbour" && kept == 0)
    #expect(try moods() == [1, 2])
    #expect(try store.memory("a") == Array("[1]".utf8))
    #expect(try store.memory("b") == nil)
    #expect(try store.deleted() == [])
    #expect(try store.changes().map(\.kind) == [.add, .add])
  }

  @Test func `Where one part cannot be kept, none is`() throws {
    let one = try journal.add(.mood, ["mood": .number(1)])
    var acceptance = try acceptance(changing: one, removing: one)
    acceptance.withdrawn = [ULID(milliseconds: 1, random: [UInt8](repeating: 0, count: 10))]
    let broken = acceptance
    #expect(throws: VaultError.noSuchEntry) { try store.accept(broken, at: journal.moment()) }
    #expect(try moods() == [1])
    #expect(try store.memory("a") == nil)
    #expect(try store.changes().count == 1)
  }

  @Test func `What the person changed since stays, with the rest taken back`() throws {
    let (one, other) = (try journal.add(.mood, ["mood": .number(1)]), try journal.add(.mood, ["mood": .number(2)]))
    try store.accept(acceptance(changing: one, removing: other), at: journal.moment())
    var mine = try #require(try store.entry(one.id))
    mine.answers = ["mood": .number(5)]
    try store.revise(mine, form: .mood)
    try store.remember("a", Array("[1,2,3]".utf8))
    let number = try #require(try store.changes().first { $0.kind == .accept }?.number)
    guard case .accepted(_, let kept)? = try store.undo([number], at: journal.moment()).first else {
      Issue.record("nothing accepted was taken back")
      return
    }
    #expect(kept == 1)
    #expect(try moods() == [2, 5])
    #expect(try store.memory("a") == Array("[3]".utf8))
  }

  @Test func `What is erased for good is not brought back by an undo`() throws {
    let (one, other) = (try journal.add(.mood, ["mood": .number(1)]), try journal.add(.mood, ["mood": .number(2)]))
    try store.accept(acceptance(changing: one, removing: other), at: journal.moment())
    try store.erase(.entry(other.id))
    _ = try store.undo(at: journal.moment())
    #expect(try moods() == [1])
  }

  @Test func `A journal that is taken along can take it back too`() throws {
    let (one, other) = (try journal.add(.mood, ["mood": .number(1)]), try journal.add(.mood, ["mood": .number(2)]))
    try store.accept(acceptance(changing: one, removing: other), at: journal.moment())
    let whole = try store.everything(leavingOut: [])
    let second = try TestJournal()
    #expect(try second.store.takeIn(whole))
    #expect(try second.store.everything(leavingOut: []) == whole)
    _ = try second.store.undo(at: journal.moment())
    #expect(try second.store.entries().compactMap { $0.answers["mood"]?.size }.sorted() == [1, 2])
    #expect(try second.store.memory("b") == nil)
  }
}
