import Forms
import Journal
import Testing

@testable import Vault

@Suite struct ListingTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  private func note(_ words: String) throws -> Entry {
    try journal.add(.mood, ["mood": .number(5), "note": .text(words)])
  }
  private func found(_ words: String) throws -> [String] {
    try store.entries(EntryFilter(words: words)).compactMap { entry in
      if case .text(let note)? = entry.answers["note"] { note } else { nil }
    }
  }

  @Test func `Entries stand by day, newest first, then by when they were begun`() throws {
    let days = ["2026-11-18", "2026-11-20", "2026-11-19", "2026-11-20"]
    let entries = try days.map { try journal.add(.mood, ["mood": .number(5)], day: $0) }
    #expect(try store.entries() == [entries[3], entries[1], entries[2], entries[0]])
    #expect(try store.newestEntry() == entries[3])
  }

  @Test func `Form, days and number of entries narrow a list together`() throws {
    let days = ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"]
    let moods = try days.map { try journal.add(.mood, ["mood": .number(5), "note": .text("day \($0)")], day: $0) }
    try journal.add(.feelings, ["feel": .items(["fear"])], day: "2026-11-19")
    let range = moods[1].day...moods[2].day
    #expect(try store.entries(EntryFilter(form: "mood", days: range)) == [moods[2], moods[1]])
    #expect(try store.count(EntryFilter(days: range)) == 3)
    #expect(try store.entries(EntryFilter(form: "mood", limit: 2)) == [moods[3], moods[2]])
    #expect(try store.entries(EntryFilter(form: "mood", days: range, words: "18")) == [moods[1]])
    #expect(try store.entries(EntryFilter(form: "none")) == [])
    #expect(try store.entries(EntryFilter(limit: 0)) == [])
  }

  @Test func `All words must be there, each as the beginning of a word, in any order and case`() throws {
    _ = try note("Walked to the river with Sam")
    _ = try note("River flooded, stayed in")
    #expect(try found("river") == ["River flooded, stayed in", "Walked to the river with Sam"])
    #expect(try found("RIV sam") == ["Walked to the river with Sam"])
    #expect(try found("sam walk") == ["Walked to the river with Sam"])
    #expect(try found("iver") == [])
    #expect(try found("river ocean") == [])
  }

  @Test func `Accents, apostrophes and other scripts are found as they are typed`() throws {
    _ = try note("Café avec Zoë")
    _ = try note("I can't cope")
    _ = try note("Сегодня дождь")
    _ = try note("उदास हूँ")
    #expect(try found("cafe zoe") == ["Café avec Zoë"])
    #expect(try found("CAFÉ") == ["Café avec Zoë"])
    #expect(try found("can't") == ["I can't cope"])
    #expect(try found("дожд") == ["Сегодня дождь"])
    #expect(try found("उदास") == ["उदास हूँ"])
  }

  @Test func `The words of choices are found by their labels, and own words too`() throws {
    let entry = try journal.add(.feelings, ["feel": .items(["sadness", "Hiraeth"])])
    for words in ["sad", "hiraeth"] { #expect(try store.entries(EntryFilter(words: words)) == [entry]) }
    #expect(try store.entries(EntryFilter(words: "sadness")) == [])
  }

  @Test(arguments: [
    "\"rain\"", "rain OR", "OR rain", "NOT rain", "rain AND", "(rain", "rain)", "rain*", "*rain", "^rain", "body:rain",
    "{body} : rain", "-rain", "rain + ", "NEAR(rain)", "rain'; DROP TABLE entry; --", "rain\\", "rain\0", "%rain_",
    "\"rain", "“rain”", "rain\nrain",
  ])
  func `Nothing that is typed is search syntax`(words: String) throws {
    _ = try note("rain near or and not body drop table entry")
    #expect(try found(words).count == 1)
  }

  @Test(arguments: ["", "  ", "\"\"", "***", "🌧️", "-- ;", "\u{301}"])
  func `A search without a word finds nothing`(words: String) throws {
    _ = try note("rain")
    #expect(try found(words) == [])
    #expect(try store.count(EntryFilter(words: words)) == 0)
  }

  @Test func `Operators are words to look for`() throws {
    _ = try note("rain or shine")
    _ = try note("rain")
    #expect(try found("rain OR") == ["rain or shine"])
  }

  @Test func `Entries are named by the end of their id`() throws {
    let (first, second) = (try note("a"), try note("b"))
    #expect(try store.ids(endingWith: first.id.short) == [first.id])
    #expect(try store.ids(endingWith: first.id.text) == [first.id])
    let shared = String(first.id.text.dropFirst(10).dropLast(2))
    #expect(first.id.text.dropFirst(10).dropLast(2) == second.id.text.dropFirst(10).dropLast(2))
    #expect(try store.ids(endingWith: shared + first.id.text.suffix(2)) == [first.id])
    for tail in ["", "----", "%", "____", "' OR 1=1"] { #expect(try store.ids(endingWith: tail) == [], "\(tail)") }
  }
}
