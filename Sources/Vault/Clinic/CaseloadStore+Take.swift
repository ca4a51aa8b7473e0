import Foundation
import GRDB
import Journal

extension CaseloadStore {
  /// Keeps a log in one commit, or nothing of it. Tells what became of each of its lines; nil when this log was taken
  /// before, and nothing changed. Looks at the rows of this person only, so that its cost does not grow with the caseload.
  /// `merge` says which version of an entry stands; `summary` makes the person's row of the roster anew.
  package func take(
    _ log: TakenLog, merge: @escaping CaseloadMerge, summary: CaseloadSummary = { (_, _) throws(VaultError) in nil },
    _ doing: Doing
  ) throws(VaultError) -> [LineResult]? {
    try write { db in
      guard try Taking.number(db, "SELECT n FROM log_file WHERE digest = ?", [Data(log.digest)]) == nil else {
        return nil
      }
      let results = try Taking(db: db, log: log, merge: merge).take(at: doing.at)
      try note(.imported, participant: log.participant, Self.counts(results), doing, in: db)
      if let body = try summary(CaseloadReader(db), log.participant) {
        try Self.keep(summary: body, of: log.participant, in: db)
      }
      return results
    }
  }

  /// Whether this log was taken before, however it was sealed.
  package func hasTaken(digest: [UInt8]) throws(VaultError) -> Bool {
    try read { db in try Taking.number(db, "SELECT n FROM log_file WHERE digest = ?", [Data(digest)]) != nil }
  }

  /// Whether a file with these bytes was taken before.
  package func hasTaken(sealedDigest: [UInt8]) throws(VaultError) -> Bool {
    try read { db in
      try Taking.number(db, "SELECT n FROM log_file WHERE sealed_digest = ?", [Data(sealedDigest)]) != nil
    }
  }

  /// `20 new, 2 same`: how many of each, and nothing of what they say.
  private static func counts(_ results: [LineResult]) -> String {
    let said = LineResult.allCases.compactMap { kind -> String? in
      let count = results.count { $0 == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return said.isEmpty ? "no entries" : said.joined(separator: ", ")
  }

  static func keep(summary: String, of participant: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO summary (participant, body) VALUES (?, ?)
        ON CONFLICT (participant) DO UPDATE SET body = excluded.body
        """
    ).execute(arguments: [participant, summary])
  }
}

/// One log on its way into the tables. Statements are prepared once for a caseload that is open.
private struct Taking {
  let db: Database
  let log: TakenLog
  let merge: CaseloadMerge

  func take(at moment: Int64) throws -> [LineResult] {
    try run(
      "UPDATE person_key SET log_id = ? WHERE signing = ? AND log_id IS NULL", [log.logID, Data(log.signing)])
    let forms = try log.forms.map(form)
    try run(
      """
      INSERT INTO log_file (participant, digest, sealed_digest, export_id, sequence, created, first_day, last_day,
        imported, signing, head, forms, signature, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        log.participant, Data(log.digest), Data(log.sealedDigest), log.exportID, log.sequence, log.created,
        log.days.lowerBound.daysSince1970, log.days.upperBound.daysSince1970, moment, Data(log.signing), log.head,
        "[" + forms.map(String.init).joined(separator: ",") + "]", log.signature, log.note,
      ])
    let file = db.lastInsertedRowID
    var results: [LineResult] = []
    results.reserveCapacity(log.lines.count)
    var start = 0
    while start < log.lines.count {
      let name = log.lines[start].name
      var end = start + 1
      while end < log.lines.count, log.lines[end].name == name { end += 1 }
      results += try take(log.lines[start..<end], forms: forms, file: file)
      start = end
    }
    return results
  }

  /// The row of a form's description; each is there once.
  private func form(_ form: TakenLog.Description) throws -> Int64 {
    if let n = try Self.number(db, "SELECT n FROM log_form WHERE digest = ?", [Data(form.digest)]) { return n }
    try run("INSERT INTO log_form (digest, body) VALUES (?, ?)", [Data(form.digest), form.body])
    return db.lastInsertedRowID
  }

  /// A version with its row, once it has one.
  private struct Placed {
    var n: Int64?
    var state: EntryStanding?
    var version: EntryVersion
  }

  /// All that the log says about one entry.
  private func take(_ lines: ArraySlice<TakenLog.Line>, forms: [Int64], file: Int64) throws -> [LineResult] {
    guard let name = lines.first?.name else { return [] }
    var rows = try known(name)
    let count = rows.count
    /// For each line its row.
    let places = lines.map { line in
      if let place = rows.firstIndex(where: { $0.version.revision == line.revision && $0.version.digest == line.digest }
      ) {
        return place
      }
      rows.append(
        Placed(version: EntryVersion(revision: line.revision, digest: line.digest, body: line.body)))
      return rows.count - 1
    }
    if rows.count > count {
      for (place, state) in merge(rows.map(\.version)).enumerated() where rows[place].state != state {
        rows[place].state = state
        if let n = rows[place].n { try run("UPDATE line SET state = ? WHERE n = ?", [state.rawValue, n]) }
      }
    }
    var results: [LineResult] = []
    for (line, place) in zip(lines, places) {
      if rows[place].n == nil { rows[place].n = try insert(line, rows[place].state ?? .shown, forms[line.place]) }
      try run("INSERT INTO log_line (file, line) VALUES (?, ?)", [file, rows[place].n])
      results.append(place < count ? .same : Self.result(rows[place].state ?? .shown, isFirst: count == 0))
    }
    return results
  }

  private func known(_ name: String) throws -> [Placed] {
    let statement = try db.cachedStatement(
      sql: "SELECT n, revision, digest, state, body FROM line WHERE participant = ? AND name = ?")
    return try Row.fetchAll(statement, arguments: [log.participant, name]).map { row in
      Placed(
        n: row["n"], state: EntryStanding(rawValue: row["state"]),
        version: EntryVersion(revision: row["revision"], digest: Array(row["digest"] as Data), body: row["body"]))
    }
  }

  private func insert(_ line: TakenLog.Line, _ state: EntryStanding, _ form: Int64) throws -> Int64 {
    try run(
      """
      INSERT INTO line (participant, name, revision, digest, state, form, log_form, day, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        log.participant, line.name, line.revision, Data(line.digest), state.rawValue, line.form, form,
        line.day.daysSince1970, line.body,
      ])
    return db.lastInsertedRowID
  }

  private static func result(_ state: EntryStanding, isFirst: Bool) -> LineResult {
    switch state {
    case .shown: isFirst ? .new : .updated
    case .withdrawn: .withdrawn
    case .disputed, .other: .conflict
    case .gone: .older
    }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  static func number(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> Int64? {
    try Int64.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
  }
}
