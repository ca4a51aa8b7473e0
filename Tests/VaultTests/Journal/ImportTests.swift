import Forms
import Journal
import Testing

@testable import Vault

/// Entries of another program: all or none, once, and out again as one.
@Suite struct ImportTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }
  private let forms = [PastForms.dayID: PastForms.day]

  init() throws { journal = try TestJournal() }

  private func past(_ number: UInt8, _ words: String) -> Entry {
    let moment = Moment(milliseconds: 1_600_000_000_000, offset: 0, zone: "UTC")
    return Entry(
      id: ULID(milliseconds: moment.milliseconds, random: [UInt8](repeating: number, count: 10)),
      form: Wordings.stamp(of: PastForms.day), day: Day(daysSince1970: 18_000 + Int(number)), recorded: moment,
      answers: ["words": .text(words), "mood": .number(5)], tags: ["before"])
  }

  private func bringIn(_ entries: [Entry], goesOn: (Int) -> Bool = { _ in true }) throws -> Int? {
    try store.bringIn(entries, forms: forms, from: "Daylio", at: journal.moment(), goesOn: goesOn)
  }

  @Test func `The same entries come in once, marked by where they come from`() throws {
    let entries = [past(1, "heron"), past(2, "weir")]
    #expect(try bringIn(entries) == 2)
    #expect(try bringIn(entries) == 0)
    #expect(try bringIn(entries + [past(3, "mill")]) == 1)
    #expect(try store.entries().count == 3)
    #expect(try store.search(EntryFilter(words: "heron")).map(\.entry) == [entries[0]])
    #expect(try store.tags() == [TagCount(word: "before", count: 3)])
    #expect(try store.origin(of: entries[0].id) == "Daylio")
    #expect(try store.changes().map(\.kind) == [.bringIn, .bringIn])
    #expect(try store.origin(of: try journal.add(.mood, ["mood": .number(3)]).id) == nil)
  }

  @Test func `An import is taken back as one change, and the same file brings it in again`() throws {
    let own = try journal.add(.mood, ["mood": .number(3), "note": .text("heron")])
    let entries = [past(1, "heron"), past(2, "weir")]
    _ = try bringIn(entries)
    #expect(try store.newestEntry() == own)
    guard case .imported(let batch, let kept)? = try store.undo(at: journal.moment()) else {
      Issue.record("not an import")
      return
    }
    #expect(batch.source == "Daylio" && batch.count == 2 && kept == 0)
    #expect(try store.entries() == [own])
    #expect(try store.search(EntryFilter(words: "heron")).map(\.entry) == [own])
    #expect(try journal.numbers() == ["mood 3"])
    #expect(try store.tags() == [])
    #expect(try store.deleted() == [])
    #expect(try store.undoneImports().map(\.count) == [2])
    #expect(try store.revisions(of: entries[0].id, withdrawals: true).map(\.status) == [.final, .withdrawn])
    #expect(try store.known(entries.map(\.id)).takenBack.count == 2)
    #expect(try bringIn(entries) == 2)
    #expect(try store.entry(entries[0].id)?.answers == entries[0].answers)
    #expect(try store.undoneImports() == [])
    #expect(try journal.vault.check().problems == [])
  }

  @Test func `What the person changed or deleted since is theirs`() throws {
    let entries = [past(1, "heron"), past(2, "weir"), past(3, "mill")]
    _ = try bringIn(entries)
    var changed = entries[0]
    changed.answers["words"] = .text("grey heron")
    try store.revise(changed, form: PastForms.day)
    try store.withdraw(entries[1].id, at: journal.moment())
    #expect(try bringIn(entries) == 0)
    let number = try #require(try store.changes().last).number
    guard case .imported(_, let kept)? = try store.undo([number], at: journal.moment()).first else {
      Issue.record("not an import")
      return
    }
    #expect(kept == 1)
    #expect(try store.entries().map(\.answers) == [changed.answers])
  }

  @Test func `A deleted entry does not come back with the file`() throws {
    let entries = [past(1, "heron"), past(2, "weir")]
    _ = try bringIn(entries)
    try store.withdraw(entries[0].id, at: journal.moment())
    #expect(try store.known(entries.map(\.id)).deleted == [entries[0].id])
    #expect(try bringIn(entries) == 0)
    #expect(try store.deleted().map(\.id) == [entries[0].id])
  }

  @Test func `Stopped or broken in the middle, nothing has come in`() throws {
    let entries = (0..<200).map { past(UInt8($0), "heron \($0)") }
    #expect(try bringIn(entries) { $0 < 100 } == nil)
    #expect(throws: VaultError.unreadableEntry) {
      try store.bringIn(entries, forms: [:], from: "Daylio", at: journal.moment()) { _ in true }
    }
    #expect(try journal.count("entry") == 0 && journal.count("batch") == 0 && journal.count("change") == 0)
    #expect(try store.search(EntryFilter(words: "heron")) == [])
  }

  @Test func `An import that was taken back can be erased for good`() throws {
    let entries = [past(1, "heron"), past(2, "weir")]
    _ = try bringIn(entries)
    _ = try store.undo(at: journal.moment())
    let batch = try #require(try store.undoneImports().first)
    try store.erase(.batch(batch.number))
    for table in ["entry", "revision", "batch", "change", "wording", "tag", "number"] {
      #expect(try journal.count(table) == 0, "\(table)")
    }
    #expect(try bringIn(entries) == 2)
  }
}
