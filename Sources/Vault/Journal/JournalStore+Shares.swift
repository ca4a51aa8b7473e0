import Foundation
import Forms
import GRDB
import JSON
import Journal

extension JournalStore {
  package func keep(_ receipt: ShareReceipt) throws(VaultError) {
    try write { db in try insert(receipt, in: db) }
  }

  func insert(_ receipt: ShareReceipt, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO share
          (id, recipient, sequence, at, zone_offset, zone, way, first_day, last_day, details, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        receipt.id.text, receipt.recipient, receipt.sequence, receipt.at.milliseconds, receipt.at.offset,
        receipt.at.zone, receipt.way.rawValue, receipt.days.lowerBound.daysSince1970,
        receipt.days.upperBound.daysSince1970, Self.text(receipt.details), receipt.note,
      ])
    let n = db.lastInsertedRowID
    let statement = try db.makeStatement(sql: "INSERT INTO share_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for sent in receipt.sent {
      try statement.execute(arguments: [
        n, sent.entry.text, sent.revision, sent.isWithdrawn, sent.form, sent.version, sent.day.daysSince1970,
        Data(sent.digest),
      ])
    }
  }

  /// Newest first; without what each held, which `sent(in:)` gives.
  package func shares(with recipient: String? = nil) throws(VaultError) -> [ShareReceipt] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM share WHERE ? IS NULL OR recipient = ? ORDER BY n DESC",
        arguments: [recipient, recipient]
      ).map(Self.receipt)
    }
  }

  package func sent(in share: ULID) throws(VaultError) -> [ShareReceipt.Sent] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT e.* FROM share_entry e JOIN share s ON s.n = e.share WHERE s.id = ? ORDER BY e.entry",
        arguments: [share.text]
      ).map(Self.sent)
    }
  }

  /// Each entry that ever went to somebody in this way, as it went last.
  package func lastSent(
    to recipient: String, way: ShareReceipt.Way = .log
  ) throws(VaultError) -> [ULID: ShareReceipt.Sent] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.*, max(e.share) FROM share_entry e JOIN share s ON s.n = e.share
          WHERE s.recipient = ? AND s.way = ? GROUP BY e.entry
          """, arguments: [recipient, way.rawValue])
      return Dictionary(try rows.map(Self.sent).map { ($0.entry, $0) }) { $1 }
    }
  }

  /// Takes an entry back from sharing, or shares it again. It stays in the journal; a further revision says so to readers.
  package func setWithdrawn(_ isWithdrawn: Bool, _ id: ULID, at moment: Moment) throws(VaultError) {
    guard var entry = try entry(id), entry.status == .final else { throw .noSuchEntry }
    entry.recorded = moment
    let revision = try revise(entry, form: try form(of: entry))
    try write { db in
      if isWithdrawn {
        try db.execute(
          sql: "INSERT OR REPLACE INTO share_withdrawn (entry, revision) VALUES (?, ?)",
          arguments: [id.text, revision])
      } else {
        try db.execute(sql: "DELETE FROM share_withdrawn WHERE entry = ?", arguments: [id.text])
      }
    }
  }

  /// Entries that are taken back from sharing.
  package func withdrawnFromSharing() throws(VaultError) -> Set<ULID> {
    try read { db in
      Set(try String.fetchAll(db, sql: "SELECT entry FROM share_withdrawn").compactMap { ULID($0) })
    }
  }

  private static func text(_ details: [String: String]) -> String {
    let json = JSON.object(JSON.Object(details.map { ($0.key, .string($0.value)) }))
    return (try? json.canonical()).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  static func receipt(_ row: Row) throws -> ShareReceipt {
    guard let way = ShareReceipt.Way(rawValue: try row.value("way") as String)
    else { throw VaultError.unreadableEntry }
    let details = try? JSON(
      reading: Array((try row.value("details") as String).utf8), limits: JSONLimits(bytes: 1 << 16))
    let (first, last) = (try row.day("first_day"), try row.day("last_day"))
    return ShareReceipt(
      id: try row.id("id"), recipient: try row.value("recipient"), sequence: try row.count("sequence"),
      at: try row.moment("at"),
      way: way, days: min(first, last)...max(first, last),
      details: Dictionary(
        (details?.object?.members ?? []).compactMap { member in member.value.string.map { (member.name, $0) } }
      ) { $1 },
      note: try row.optional("note"), sent: [])
  }

  static func sent(_ row: Row) throws -> ShareReceipt.Sent {
    ShareReceipt.Sent(
      entry: try row.id("entry"), revision: try row.count("revision"), isWithdrawn: try row.count("withdrawn") != 0,
      form: try row.value("form"), version: try row.count("version"), day: try row.day("day"),
      digest: Array(try row.value("digest") as Data))
  }
}
