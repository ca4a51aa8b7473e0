import Forms
import GRDB
import Journal
import Vault

/// A session on the real tables: drafts, entries, an edit, a delete and its undo, and an entry that is erased.
extension Story {
  static let journal = [
    Story(name: "a session in the journal", before: [], prepare: { try emptyJournal() }, content: .journal) {
      folder, progress in
      let vault = try folder.opened()
      let journal = JournalStore(vault)
      var walk = Walk(form)
      walk.answer(.text(progress.note("rainy")), in: form)
      var draft = Draft(id: id(1), walk: walk, day: day, started: moment(1), updated: moment(1))
      try progress.change(in: vault) { try journal.keep(draft, form: form) }
      draft.walk.answer(.number(40), in: form)
      draft.updated = moment(2)
      try progress.change(in: vault) { try journal.keep(draft, form: form) }
      var entry = entry(2, progress.note("rainy"), 40)
      try progress.change(in: vault) { try journal.add(entry, form: form, finishing: draft.id) }
      entry.answers["mood"] = .number(70)
      try progress.change(in: vault) { try journal.revise(entry, form: form) }
      try progress.change(in: vault) { try journal.withdraw(entry.id, at: moment(4)) }
      try progress.change(in: vault) { _ = try journal.undo(at: moment(5)) }
      vault.close()
    },
    Story(name: "erasing an entry", before: [], prepare: { try emptyJournal() }, content: .journal) {
      folder, progress in
      let vault = try folder.opened()
      let journal = JournalStore(vault)
      try progress.change(in: vault) { try journal.add(entry(1, "sunny", 60), form: form) }
      try progress.change(in: vault) { try journal.add(entry(2, "lilacs " + progress.note("rainy"), 40), form: form) }
      try progress.change(in: vault) { try vault.database.write { try erase(id(2), in: $0) } }
      try vault.erasePass { try $0.execute(sql: "INSERT INTO entry_text (entry_text) VALUES ('optimize')") }
      progress.erases("lilacs")
      try progress.change(in: vault) { try journal.remember("last", [1]) }
      vault.close()
    },
  ]

  static let form = Form(
    id: "day", version: 1, title: "Day", kind: .log, summary: "",
    questions: [
      Question("words", .text, ask: "How was it?"),
      Question("mood", .scale(low: 0, high: 100, lowWords: "low", highWords: "high")),
    ])

  private static let day = Day(daysSince1970: 20_000)

  private static func moment(_ second: Int64) -> Moment {
    Moment(milliseconds: 1_728_000_000_000 + second * 1000, offset: 0, zone: "UTC")
  }

  private static func id(_ number: UInt8) -> ULID {
    ULID(milliseconds: 1_728_000_000_000, random: [UInt8](repeating: number, count: 10))
  }

  private static func entry(_ number: UInt8, _ words: String, _ mood: Double) -> Entry {
    Entry(
      id: id(number), form: Wordings.stamp(of: form), day: day, recorded: moment(Int64(number)),
      answers: ["words": .text(words), "mood": .number(mood)])
  }

  private static func erase(_ id: ULID, in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM entry_text WHERE rowid = (SELECT n FROM entry WHERE id = ?)", arguments: [id.text])
    try database.execute(sql: "DELETE FROM change WHERE subject = ?", arguments: [id.text])
    try database.execute(sql: "DELETE FROM entry WHERE id = ?", arguments: [id.text])
  }

  private static func emptyJournal() throws -> SimulatedDisk {
    try changed(try prepared([])) { try $0.migrate(Schema.migrator) }
  }
}

extension Story.Content {
  /// Every row that a person could miss, and what the program remembers, last.
  static let journal = Story.Content(
    read: { vault in
      try vault.database.read { database in
        try [
          "SELECT 'entry', id, revision, status FROM entry ORDER BY n",
          "SELECT 'revision', entry, revision, status, answers FROM revision ORDER BY entry, revision",
          "SELECT 'number', variable, value FROM number ORDER BY entry, place",
          "SELECT 'draft', id, walk, aside FROM draft ORDER BY id",
          "SELECT 'change', n, kind, undone FROM change ORDER BY n",
          "SELECT 'words', rowid, body FROM entry_text ORDER BY rowid",
          "SELECT 'memory', key FROM memory ORDER BY key",
        ].flatMap { sql in
          try Row.fetchAll(database, sql: sql).map { row in
            row.databaseValues.map { "\($0.storage.value ?? "-")" }.joined(separator: " ")
          }
        }
      }
    }, add: { $1 + ["memory z \($0)"] },
    write: { vault, name in try JournalStore(vault).remember("z \(name)", [1]) })
}
