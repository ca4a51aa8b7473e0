import Forms
import Journal
import Testing

@testable import Vault

/// Ranked search, with the words around what was found.
@Suite struct SearchTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  @discardableResult private func note(_ words: String, day: String = "2026-11-20") throws -> Entry {
    try journal.add(.mood, ["mood": .number(5), "note": .text(words)], day: day)
  }

  @Test func `The entry that is most about the words stands first, and equals by when they were begun`() throws {
    let long = try note("A day with many other things in it, and at its very end a short walk by the river.")
    let short = try note("The river, the river.")
    let (one, two) = (try note("kingfisher"), try note("kingfisher"))
    #expect(try store.search(EntryFilter(words: "river")).map(\.entry) == [short, long])
    #expect(try store.search(EntryFilter(words: "kingfisher")).map(\.entry) == [two, one])
    #expect(try store.search(EntryFilter(words: "river", limit: 1)).map(\.entry) == [short])
  }

  @Test func `What was found is marked in the words around it`() throws {
    try note("Walked to the river with Sam")
    let found = try #require(try store.search(EntryFilter(words: "riv")).first)
    let walked = found.snippet.map(\.text).joined()
    #expect(walked.hasSuffix("Walked to the river with Sam"))
    #expect(found.snippet.filter(\.isMatch).map(\.text) == ["river"])
  }

  @Test func `Form, days and words narrow a search together`() throws {
    let old = try note("rain", day: "2026-11-02")
    let new = try note("rain", day: "2026-11-20")
    try journal.add(.feelings, ["feel": .items(["rain"])], day: "2026-11-20")
    #expect(try store.search(EntryFilter(days: old.day...old.day, words: "rain")).map(\.entry) == [old])
    #expect(try store.search(EntryFilter(words: "rain", formsNamed: "moo")).map(\.entry) == [new, old])
    #expect(try store.search(EntryFilter(words: "rain")).count == 3)
    #expect(try store.search(EntryFilter(words: "rain", formsNamed: "%")) == [])
    #expect(try store.formsInUse() == ["feelings", "mood"])
  }

  @Test func `How many there are is counted with the same filters`() throws {
    for day in ["2026-11-02", "2026-11-20", "2026-11-20"] { try note("rain", day: day) }
    #expect(try store.searchCount(EntryFilter(words: "rain", limit: 1)) == 3)
    let day = try #require(Day(iso: "2026-11-20"))
    #expect(try store.searchCount(EntryFilter(days: day...day, words: "rain")) == 2)
    #expect(try store.searchCount(EntryFilter(words: "***")) == 0)
    #expect(try store.search(EntryFilter(days: day...day, words: "rain", limit: 1)).count == 1)
  }

  @Test func `Deleted words are not found, nor those of an earlier version`() throws {
    let entry = try note("rain")
    var changed = entry
    changed.answers["note"] = .text("sun")
    try store.revise(changed, form: .mood)
    #expect(try store.search(EntryFilter(words: "rain")) == [])
    try store.withdraw(entry.id, at: journal.moment())
    #expect(try store.search(EntryFilter(words: "sun")) == [])
  }

  @Test(arguments: [
    "\"rain\"", "rain OR", "rain AND", "(rain", "rain)", "rain*", "*rain", "^rain", "body:rain", "-rain", "NEAR(rain)",
    "rain'; DROP TABLE entry; --", "rain\\", "rain\0", "%rain_", "“rain”",
  ])
  func `Nothing that is typed is an error`(words: String) throws {
    try note("rain near or and not body drop table entry")
    #expect(try store.search(EntryFilter(words: words)).count == 1)
  }

  @Test(arguments: ["", "  ", "\"\"", "***", "🌧️", "-- ;"])
  func `Without a word nothing is found`(words: String) throws {
    try note("rain")
    #expect(try store.search(EntryFilter(words: words)) == [])
  }
}
