import Forms
import GRDB

/// What was done about something to read first.
package struct SeenNote: Equatable, Sendable {
  package var participant: Int64
  /// What it is about: the name of a subject.
  package var subject: String
  /// The newest day of it that was known then.
  package var day: Day
  /// In milliseconds.
  package var at: Int64
  /// Initials.
  package var by: String
  package var what: String

  package init(participant: Int64, subject: String, day: Day, at: Int64, by: String, what: String) {
    self.participant = participant
    self.subject = subject
    self.day = day
    self.at = at
    self.by = by
    self.what = what
  }
}

extension CaseloadStore {
  /// Keeps what was done. The audit trail says that something was noted, and not what.
  package func keep(_ notes: [SeenNote]) throws(VaultError) {
    try write { db in
      for note in notes {
        try db.execute(
          sql: "INSERT INTO seen (participant, subject, day, at, by, what) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [note.participant, note.subject, note.day.daysSince1970, note.at, note.by, note.what])
        try self.note(
          .noted, participant: note.participant, note.subject, Doing(by: note.by, at: note.at), in: db)
      }
    }
  }

  /// Everything that was noted about a person, oldest first.
  package func seen(of participant: Int64) throws(VaultError) -> [SeenNote] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM seen WHERE participant = ? ORDER BY n", arguments: [participant])
        .map(SeenNote.init)
    }
  }

  /// The last note of each person and subject.
  package func lastSeen() throws(VaultError) -> [SeenNote] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM seen WHERE n IN (SELECT max(n) FROM seen GROUP BY participant, subject) ORDER BY n"
      ).map(SeenNote.init)
    }
  }

  /// That somebody looked at something, or took it out. `detail` says at what, without names.
  package func note(
    _ act: AuditAct, of participant: Int64?, _ detail: String, _ doing: Doing
  ) throws(VaultError) {
    try write { db in try note(act, participant: participant, detail, doing, in: db) }
  }

  /// When somebody last did this about a person, in milliseconds, before that moment.
  package func last(_ act: AuditAct, of participant: Int64, detail: String, before: Int64) throws(VaultError) -> Int64?
  {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(at) FROM audit WHERE participant = ? AND act = ? AND detail = ? AND at < ?",
        arguments: [participant, act.rawValue, detail, before])
    }
  }
}

extension SeenNote {
  init(_ row: Row) {
    self.init(
      participant: row["participant"], subject: row["subject"], day: Day(daysSince1970: row["day"]), at: row["at"],
      by: row["by"], what: row["what"])
  }
}
