import Forms
import Foundation
import GRDB
import Journal

/// All that comes in with one file of a programme.
package struct Acceptance: Equatable, Sendable {
  /// Who it is from, as the list of changes names it.
  package var source: String
  /// New entries, and further revisions of entries that are here, each with its form.
  package var entries: [(entry: Entry, form: Form)] = []
  /// Entries that leave the journal, because others take their place.
  package var withdrawn: [ULID] = []
  package var values: [String: [UInt8]] = [:]

  package init(source: String) { self.source = source }

  package static func == (a: Self, b: Self) -> Bool {
    a.source == b.source && a.entries.elementsEqual(b.entries) { $0 == $1 } && a.withdrawn == b.withdrawn
      && a.values == b.values
  }
}

extension JournalStore {
  /// Keeps all of it, or nothing, as one change that `undo` takes back.
  package func accept(_ acceptance: Acceptance, at moment: Moment) throws(VaultError) {
    try write { db in
      try db.execute(sql: "INSERT INTO batch (source) VALUES (?)", arguments: [acceptance.source])
      let batch = db.lastInsertedRowID
      func note(_ id: ULID, _ before: Int?, _ after: Int) throws {
        try db.execute(
          sql: "INSERT INTO accepted_entry (batch, entry, before, after) VALUES (?, ?, ?, ?)",
          arguments: [batch, id.text, before, after])
      }
      for (entry, form) in acceptance.entries {
        if let head = try? head(entry.id, in: db) {
          let next = next(entry, after: head, at: moment)
          try store(next, n: head.n, form: form, in: db)
          try note(entry.id, head.revision, next.revision)
        } else {
          let n = try insertHead(of: entry, batch: batch, in: db)
          try insertRevision(entry, n: n, form: form, in: db)
          try index(entry, n: n, form: form, in: db)
          try note(entry.id, nil, entry.revision)
        }
      }
      for id in acceptance.withdrawn {
        let head = try head(id, in: db)
        try withdraw(id, head, at: moment, in: db)
        try note(id, head.revision, head.revision + 1)
      }
      for (key, value) in acceptance.values {
        let before = try Data.fetchOne(db, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key])
        guard before != Data(value) else { continue }
        try db.execute(
          sql: "INSERT INTO accepted_value (batch, key, before, after) VALUES (?, ?, ?, ?)",
          arguments: [batch, key, before, Data(value)])
        try put(value, as: key, in: db)
      }
      try record(.accept, subject: String(batch), before: nil, after: nil, at: moment, in: db)
    }
  }

  /// Brings entries and values back to what they were, but what the person has changed since.
  func takeOut(accepted number: Int64, since change: Int64, at moment: Moment, in db: Database) throws -> Undone {
    guard let batch = try batch(number, in: db) else { throw VaultError.unreadableEntry }
    let accepted = try accepted(number, in: db)
    let touched = try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT subject FROM change WHERE n > ? AND undone = 0 UNION SELECT entry FROM accepted_entry WHERE batch > ?
          """, arguments: [change, number]))
    var kept = 0
    for (id, revisions) in accepted.entries {
      guard let head = try? head(id, in: db) else { continue }
      guard !touched.contains(id.text) else {
        kept += 1
        continue
      }
      guard let before = revisions.before else {
        if head.status == "final" { try withdraw(id, head, at: moment, in: db) }
        continue
      }
      let earlier = try revision(before, of: id, n: head.n, in: db)
      try store(
        next(earlier, after: head, at: moment), n: head.n, form: wording(earlier.form.wording, in: db), in: db)
    }
    for (key, value) in accepted.values {
      let now = try Data.fetchOne(db, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key]).map(Array.init)
      if let left = TakenBack.value(now: now, before: value.before, after: value.after) {
        try put(left, as: key, in: db)
      } else {
        try db.execute(sql: "DELETE FROM memory WHERE key = ?", arguments: [key])
      }
    }
    try db.execute(sql: "DELETE FROM accepted_entry WHERE batch = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM accepted_value WHERE batch = ?", arguments: [number])
    try db.execute(sql: "UPDATE batch SET undone = 1 WHERE n = ?", arguments: [number])
    return .accepted(batch, kept: kept)
  }

  func accepted(_ batch: Int64, in db: Database) throws -> WholeJournal.Accepted {
    var accepted = WholeJournal.Accepted()
    for row in try Row.fetchAll(db, sql: "SELECT * FROM accepted_entry WHERE batch = ?", arguments: [batch]) {
      accepted.entries[try row.id("entry")] = (try row.optional("before"), try row.count("after"))
    }
    for row in try Row.fetchAll(db, sql: "SELECT * FROM accepted_value WHERE batch = ?", arguments: [batch]) {
      func bytes(_ name: String) throws -> [UInt8]? { (try row.optional(name) as Data?).map { Array($0) } }
      accepted.values[try row.value("key")] = (try bytes("before"), try bytes("after"))
    }
    return accepted
  }

  func insert(_ accepted: WholeJournal.Accepted, batch: Int, in db: Database) throws {
    for (id, change) in accepted.entries {
      try db.execute(
        sql: "INSERT INTO accepted_entry (batch, entry, before, after) VALUES (?, ?, ?, ?)",
        arguments: [batch, id.text, change.before, change.after])
    }
    for (key, change) in accepted.values {
      try db.execute(
        sql: "INSERT INTO accepted_value (batch, key, before, after) VALUES (?, ?, ?, ?)",
        arguments: [batch, key, change.before.map { Data($0) }, change.after.map { Data($0) }])
    }
  }
}
