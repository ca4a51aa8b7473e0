import Forms
import Journal
import Testing

@testable import Vault

@Suite struct DraftTests {
  let journal: TestJournal
  var store: JournalStore { journal.store }

  init() throws { journal = try TestJournal() }

  @Test func `A draft comes back where it stood, with the line being written`() throws {
    var draft = journal.draft(.feelings, .items(["fear", "own, words"]), .number(70))
    draft.walk.partial = "half a li"
    draft.walk.lines = ["one"]
    draft.links = [Link(name: "tests", entry: journal.id())]
    draft.edits = journal.id()
    try store.keep(draft, form: .feelings)
    try journal.reopen()
    #expect(try store.draft(draft.id) == draft)
    #expect(try store.drafts() == [draft])
    #expect(try store.form(of: draft) == .feelings)
    #expect(try store.draft(draft.id)?.walk.current(in: .feelings)?.item == "own, words")
  }

  @Test func `Keeping a draft again changes it in its place`() throws {
    var draft = journal.draft(.mood, .number(3))
    try store.keep(draft, form: .mood)
    draft.walk.skip(in: .mood)
    draft.updated = journal.moment()
    draft.day = draft.day.adding(days: -2)
    try store.keep(draft, form: .mood)
    #expect(try store.drafts() == [draft])
  }

  @Test func `A draft goes on in the words it was begun in`() throws {
    var draft = journal.draft(.mood, .number(3))
    try store.keep(draft, form: .mood)
    var later = Form.mood
    later.questions[0].ask = "And now?"
    draft.updated = journal.moment()
    try store.keep(draft, form: later)
    #expect(try store.form(of: draft) == .mood)
  }

  @Test func `Drafts stand newest first`() throws {
    var drafts = [journal.draft(.mood), journal.draft(.mood), journal.draft(.feelings)]
    for draft in drafts { try store.keep(draft, form: draft.walk.form == "mood" ? .mood : .feelings) }
    drafts[0].updated = journal.moment()
    try store.keep(drafts[0], form: .mood)
    #expect(try store.drafts().map(\.id) == [drafts[0].id, drafts[2].id, drafts[1].id])
  }

  @Test func `Keeping the entry drops its draft in the same save`() throws {
    let draft = journal.draft(.mood, .number(3))
    try store.keep(draft, form: .mood)
    let before = journal.vault.sequence
    var entry = try journal.entry(.mood, ["mood": .number(3)])
    entry.id = draft.id
    try store.add(entry, form: .mood, finishing: draft.id)
    #expect(journal.vault.sequence == before + 1)
    #expect(try store.drafts() == [])
    #expect(try store.entries() == [entry])
  }

  @Test func `A dropped draft leaves nothing, and nothing to undo`() throws {
    let draft = journal.draft(.mood)
    try store.keep(draft, form: .mood)
    try store.drop(draft.id)
    #expect(try store.draft(draft.id) == nil)
    #expect(try journal.count("draft") == 0)
    #expect(try store.undo(at: journal.moment()) == nil)
  }

  @Test func `A draft set aside is out of sight until it is brought back`() throws {
    let draft = journal.draft(.mood, .number(3))
    try store.keep(draft, form: .mood)
    try store.setAside(draft.id, at: journal.moment())
    try store.setAside(draft.id, at: journal.moment())
    #expect(try store.drafts() == [])
    #expect(try store.draft(draft.id) == draft)
    #expect(try store.undo(at: journal.moment()) == .setAside(draft))
    #expect(try store.drafts() == [draft])
    #expect(try store.undo(at: journal.moment()) == nil)
  }

  @Test func `Every save of a draft is one record on the disk`() throws {
    var draft = journal.draft(.mood)
    for number in 1...5 {
      let before = journal.vault.sequence
      draft.walk.partial = "\(number)"
      try store.keep(draft, form: .mood)
      #expect(journal.vault.sequence == before + 1)
    }
  }
}
