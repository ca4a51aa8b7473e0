import Forms
import Journal
import Testing

@testable import Vault

@Suite struct TagTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  @Test func `Tags are a revision: they have history, are found, counted and undone`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3), "note": .text("rain")])
    let other = try journal.add(.mood, ["mood": .number(4)])
    let tagged = try #require(try store.tag(entry.id, ["work", "bus"], at: journal.moment()))
    _ = try store.tag(other.id, ["work"], at: journal.moment())
    #expect(tagged.tags == ["work", "bus"] && tagged.revision == 2 && tagged.answers == entry.answers)
    try journal.reopen()
    #expect(try store.entry(entry.id) == tagged)
    #expect(try store.tags() == [TagCount(word: "work", count: 2), TagCount(word: "bus", count: 1)])
    #expect(try store.entries(EntryFilter(tags: ["work", "bus"])) == [tagged])
    #expect(try store.search(EntryFilter(words: "rain", tags: ["work"])).map(\.entry) == [tagged])
    #expect(try store.entries(EntryFilter(tags: ["none"])) == [])
    #expect(try store.tag(entry.id, ["work", "bus"], at: journal.moment()) == nil)
    #expect(try store.revisions(of: entry.id).map(\.tags) == [[], ["work", "bus"]])
    _ = try store.undo(at: journal.moment())
    #expect(try store.tags().map(\.count) == [1, 1])
    _ = try store.undo(at: journal.moment())
    #expect(try store.tags() == [])
    #expect(try journal.numbers() == ["mood 3", "mood 4"])
  }

  @Test func `An edit keeps the tags, and a delete takes them from the list until it is undone`() throws {
    let entry = try journal.add(.mood, ["mood": .number(3)])
    var changed = try #require(try store.tag(entry.id, ["work"], at: journal.moment()))
    changed.answers["mood"] = .number(5)
    try store.revise(changed, form: .mood)
    #expect(try store.entry(entry.id)?.tags == ["work"])
    try store.withdraw(entry.id, at: journal.moment())
    #expect(try store.tags() == [])
    #expect(try store.tag(entry.id, ["late"], at: journal.moment()) == nil)
    _ = try store.undo(at: journal.moment())
    #expect(try store.tags() == [TagCount(word: "work", count: 1)])
  }
}
