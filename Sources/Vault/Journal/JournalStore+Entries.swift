import Forms
import GRDB
import JSON
import Journal

extension JournalStore {
  /// Keeps a new entry, and drops the draft it came from in the same commit.
  package func add(_ entry: Entry, form: Form, finishing draft: ULID? = nil) throws(VaultError) {
    try write { db in
      let n = try insertHead(of: entry, in: db)
      try insertRevision(entry, n: n, form: form, in: db)
      try index(entry, n: n, form: form, in: db)
      try dropDraft(draft, in: db)
      try record(.add, entry.id, before: nil, after: entry.revision, at: entry.recorded, in: db)
    }
  }

  /// Keeps a new revision of an entry. Returns its number.
  @discardableResult
  package func revise(_ entry: Entry, form: Form, finishing draft: ULID? = nil) throws(VaultError) -> Int {
    try write { db in
      let head = try head(entry.id, in: db)
      var next = entry
      next.revision = head.revision + 1
      try store(next, n: head.n, form: form, in: db)
      try dropDraft(draft, in: db)
      try record(.edit, entry.id, before: head.revision, after: next.revision, at: entry.recorded, in: db)
      return next.revision
    }
  }

  /// Withdraws an entry: it leaves lists, search and trends, and `undo` brings it back.
  package func withdraw(_ id: ULID, at moment: Moment) throws(VaultError) {
    try write { db in
      let head = try head(id, in: db)
      guard head.status == "final" else { return }
      try withdraw(id, head, at: moment, in: db)
      try record(.delete, id, before: head.revision, after: head.revision + 1, at: moment, in: db)
    }
  }

  /// The newest revision; nil when there is no such entry.
  package func entry(_ id: ULID) throws(VaultError) -> Entry? {
    try read { db in
      guard let head = try? head(id, in: db) else { return nil }
      return try revision(head.revision, of: id, n: head.n, in: db)
    }
  }

  /// Every revision that stands or stood, oldest first; withdrawals are left out, unless they are asked for.
  package func revisions(of id: ULID, withdrawals: Bool = false) throws(VaultError) -> [Entry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, e.form, e.id FROM revision r JOIN entry e ON e.n = r.entry
          WHERE e.id = ? AND (r.status = 'final' OR ?) ORDER BY r.revision
          """, arguments: [id.text, withdrawals]
      ).map { try Stored.entry($0) }
    }
  }

  /// The ids that end with these characters, newest first: what a person types to name an entry.
  package func ids(
    endingWith tail: String, status: Entry.Status = .final
  ) throws(VaultError) -> [ULID] {
    let letters = tail.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !letters.isEmpty else { return [] }
    return try read { db in
      return try String.fetchAll(
        db, sql: "SELECT id FROM entry WHERE status = ? AND id LIKE ? ORDER BY id DESC LIMIT 20",
        arguments: [status.rawValue, "%" + letters]
      ).compactMap(ULID.init)
    }
  }

  /// The entry that was begun last; what an import brought in comes after all that was written here.
  package func newestEntry() throws(VaultError) -> Entry? {
    let id = try read { db in
      try String.fetchOne(
        db, sql: "SELECT id FROM entry WHERE status = 'final' ORDER BY batch IS NOT NULL, n DESC LIMIT 1")
    }
    guard let id = id.flatMap(ULID.init) else { return nil }
    return try entry(id)
  }

  /// The form as it was worded when the entry was written.
  package func form(of entry: Entry) throws(VaultError) -> Form {
    try read { db in try wording(entry.form.wording, in: db) }
  }

  /// The newest answer to a question of a form, from entries that stand.
  package func lastAnswer(form: String, question: String) throws(VaultError) -> Answer? {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.answers FROM entry e JOIN revision r ON r.entry = e.n AND r.revision = e.revision
          WHERE e.form = ? AND e.status = 'final' ORDER BY e.day DESC, e.n DESC LIMIT 50
          """, arguments: [form])
      while let row = try rows.next() {
        if let answer = try Stored.answers(row.value("answers")).flat[question] { return answer }
      }
      return nil
    }
  }

  // MARK: Inside a transaction

  /// As a further revision, without a record of the change.
  func withdraw(_ id: ULID, _ head: Head, at moment: Moment, in db: Database) throws {
    var gone = try revision(head.revision, of: id, n: head.n, in: db)
    gone.status = .withdrawn
    try store(next(gone, after: head, at: moment), n: head.n, form: try wording(gone.form.wording, in: db), in: db)
  }

  struct Head {
    var n: Int64
    var revision: Int
    var status: String
  }

  func head(_ id: ULID, in db: Database) throws -> Head {
    let row = try Row.fetchOne(
      db, sql: "SELECT n, revision, status FROM entry WHERE id = ?", arguments: [id.text])
    guard let row else { throw VaultError.noSuchEntry }
    return Head(n: try row.value("n"), revision: try row.count("revision"), status: try row.value("status"))
  }

  func insertHead(of entry: Entry, batch: Int64? = nil, in db: Database) throws -> Int64 {
    try db.cachedStatement(
      sql: "INSERT INTO entry (id, form, day, revision, status, batch) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [
        entry.id.text, entry.form.id, entry.day.daysSince1970, entry.revision, entry.status.rawValue, batch,
      ])
    return db.lastInsertedRowID
  }

  /// Writes a further revision and brings head, numbers and search to it.
  func store(_ entry: Entry, n: Int64, form: Form, in db: Database) throws {
    try insertRevision(entry, n: n, form: form, in: db)
    try db.execute(
      sql: "UPDATE entry SET revision = ?, status = ?, day = ? WHERE n = ?",
      arguments: [entry.revision, entry.status.rawValue, entry.day.daysSince1970, n])
    try db.execute(sql: "DELETE FROM number WHERE entry = ?", arguments: [n])
    try db.execute(sql: "DELETE FROM entry_text WHERE rowid = ?", arguments: [n])
    try db.execute(sql: "DELETE FROM reminder WHERE entry = ?", arguments: [n])
    try db.execute(sql: "DELETE FROM tag WHERE entry = ?", arguments: [n])
    if entry.status == .final { try index(entry, n: n, form: form, in: db) }
  }

  func insertRevision(_ entry: Entry, n: Int64, form: Form, in db: Database) throws {
    let wording = try keep(form, stamped: entry.form.wording, in: db)
    try db.cachedStatement(
      sql: """
        INSERT INTO revision
          (entry, revision, status, version, wording, day, part, recorded, zone_offset, zone, answers, links, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        n, entry.revision, entry.status.rawValue, entry.form.version, wording, entry.day.daysSince1970,
        entry.part?.rawValue, entry.recorded.milliseconds, entry.recorded.offset, entry.recorded.zone,
        Stored.text(entry.answers), Stored.text(entry.links), Stored.text(entry.tags),
      ])
  }

  func index(_ entry: Entry, n: Int64, form: Form, in db: Database) throws {
    for (place, number) in (form.measured(entry.answers) + form.scored(entry.answers)).enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO number (form, variable, day, entry, place, item, value, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          form.id, number.variable, entry.day.daysSince1970, n, place, number.item, number.value, number.unit,
        ])
    }
    try remind(of: entry, n: n, form: form, in: db)
    for word in entry.tags {
      try db.execute(sql: "INSERT OR IGNORE INTO tag (entry, word) VALUES (?, ?)", arguments: [n, word])
    }
    let words = Walk(form, editing: entry.answers).spoken(in: form).map(\.words).joined(separator: "\n")
    if !words.isEmpty {
      try db.cachedStatement(sql: "INSERT INTO entry_text (rowid, body) VALUES (?, ?)").execute(arguments: [n, words])
    }
  }

  func revision(_ number: Int, of id: ULID, n: Int64, in db: Database) throws -> Entry {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT r.*, e.form, e.id FROM revision r JOIN entry e ON e.n = r.entry WHERE r.entry = ? AND r.revision = ?
        """, arguments: [n, number])
    guard let row else { throw VaultError.noSuchEntry }
    return try Stored.entry(row)
  }
}
