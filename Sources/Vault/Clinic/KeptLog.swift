import Forms
import Foundation
import GRDB

/// A log that was taken.
package struct KeptLog: Equatable, Sendable {
  /// Its row.
  package var n: Int64
  package var participant: Int64
  /// Of the log, and of the file as it came.
  package var digest: [UInt8]
  package var sealedDigest: [UInt8]
  package var exportID: String
  package var sequence: Int
  /// When it was made, and when it was taken, in milliseconds.
  package var created: Int64
  package var imported: Int64
  package var days: ClosedRange<Day>
  package var signing: [UInt8]
  /// The manifest without its forms, as canonical JSON.
  package var head: String
  package var note: String?

  init(_ row: Row) {
    n = row["n"]
    participant = row["participant"]
    digest = Array(row["digest"] as Data)
    sealedDigest = Array(row["sealed_digest"] as Data)
    exportID = row["export_id"]
    sequence = row["sequence"]
    created = row["created"]
    imported = row["imported"]
    let first: Int = row["first_day"]
    days = Day(daysSince1970: first)...Day(daysSince1970: max(first, row["last_day"]))
    signing = Array(row["signing"] as Data)
    head = row["head"]
    note = row["note"]
  }
}

/// What a log is put together from again (`LogParts.bytes` of Exchange).
package struct KeptLogParts: Equatable, Sendable {
  package var head: String
  package var forms: [String]
  package var lines: [String]
  package var signature: String
}

extension CaseloadStore {
  /// Logs of a person, the newest day first.
  package func logs(of participant: Int64) throws(VaultError) -> [KeptLog] {
    try read { db in try CaseloadReader(db).logs(of: participant) }
  }

  /// All that is needed to write a log again, byte for byte; nil when there is none of that number.
  package func parts(ofLog n: Int64) throws(VaultError) -> KeptLogParts? {
    try read { db in
      guard
        let row = try Row.fetchOne(db, sql: "SELECT head, forms, signature FROM log_file WHERE n = ?", arguments: [n])
      else { return nil }
      let forms = (row["forms"] as String).dropFirst().dropLast().split(separator: ",").compactMap { Int64($0) }
      return KeptLogParts(
        head: row["head"],
        forms: try forms.compactMap { form in
          try String.fetchOne(
            try db.cachedStatement(sql: "SELECT body FROM log_form WHERE n = ?"), arguments: [form])
        },
        lines: try String.fetchAll(
          db,
          sql: """
            SELECT line.body FROM log_line JOIN line ON line.n = log_line.line WHERE log_line.file = ?
            ORDER BY line.name, line.revision
            """, arguments: [n]),
        signature: row["signature"])
    }
  }

  /// The logs that held this version of an entry, the first taken first.
  package func logs(holding line: Int64) throws(VaultError) -> [KeptLog] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT f.* FROM log_line l JOIN log_file f ON f.n = l.file WHERE l.line = ? ORDER BY f.n",
        arguments: [line]
      ).map(KeptLog.init)
    }
  }
}
