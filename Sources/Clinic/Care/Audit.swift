import ArgumentParser
import Commands
import Conversation
import Exchange
import JSON
import Journal
import Terminal
import Vault

/// `audit`: who looked at, took in or passed on what, and when.
struct Audit: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who looked at, took in or passed on what.")
  @Argument(help: "Only what is about this person: a name or a number of the roster.") var person: String?
  @Flag(help: "A table for other programs.") var csv = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  /// Rows that a screen shows; the other ways out have all.
  private static let most = 200

  mutating func run(in session: Session) throws(Departure) {
    var number: Int64?
    if let person { number = try Self.number(person, in: session) }
    let isWhole = global.json || csv
    let limit = isWhole ? nil : Self.most
    let (rows, count) = try session.inCaseload { (store) throws(VaultError) in
      (try store.audit(of: number, limit: limit), try store.auditCount(of: number))
    }
    let table = AuditTable(rows: rows, now: session.world.clock.now())
    if global.json { return session.console.write(raw: try table.json()) }
    if csv { return session.console.write(raw: table.csv) }
    guard !rows.isEmpty else {
      return session.console.show([.text("Nothing was taken in, looked at or passed on yet.")], to: .result)
    }
    let people = try session.inCaseload { (store) throws(VaultError) in try store.participants() }
    let names = Dictionary(people.map { ($0.n, $0.name) }) { first, _ in first }
    let more =
      count > rows.count
      ? [Block.quiet(Rich("These are the newest \(rows.count) of \(count). `audit --csv` has all."))] : []
    try Reading(session: session).page([.table(table.table(names: names))] + more)
  }

  /// Also of somebody who was erased: the trail knows a number.
  private static func number(_ person: String, in session: Session) throws(Departure) -> Int64 {
    if let n = Int64(person.hasPrefix("#") ? String(person.dropFirst()) : person) { return n }
    return try PeopleDesk(session: session).findByNumberOutside(person).n
  }
}

/// The audit trail as a screen, as a table and as JSON.
struct AuditTable {
  let rows: [AuditRow]
  let now: Moment

  private static let words: [String: String] = [
    "enrolled": "enrolled", "renamed": "renamed", "key-changed": "key changed", "imported": "took in",
    "refused": "refused a file", "viewed": "looked at", "noted": "wrote a note", "assigned": "assigned",
    "exported": "passed on", "discharged": "discharged", "readmitted": "readmitted", "erased": "erased",
    "merged": "merged", "kept": "set how long to keep",
  ]

  private func moment(_ row: AuditRow) -> Moment {
    Moment(milliseconds: row.at, offset: now.offset, zone: now.zone)
  }

  func table(names: [Int64: String]) -> Table {
    Table(
      header: ["When", "Who", "Did", "Whom", "What"],
      rows: rows.map { row in
        let at = moment(row)
        let whom = row.participant.map { n in names[n].map { "\($0) (#\(n))" } ?? "#\(n)" } ?? ""
        return [
          Rich("\(at.day.iso) \(at.time.iso)"), Rich(row.by), Rich(Self.words[row.act] ?? row.act), Rich(whom),
          Rich(row.detail),
        ]
      })
  }

  /// The oldest first, without names.
  var csv: String {
    let header: [CSVText.Cell] = ["at", "by", "act", "participant", "detail"]
    return CSVText.lines(
      [header]
        + rows.reversed().map { row in
          [
            .text(moment(row).rfc3339), .text(row.by == "-" ? "" : row.by), .text(row.act),
            row.participant.map { .number(Double($0)) } ?? "", .text(row.detail),
          ]
        })
  }

  func json() throws(Departure) -> String {
    let rows = rows.reversed().map { row -> JSON in
      var members: [(String, JSON)] = [
        ("at", .string(moment(row).rfc3339)), ("by", .string(row.by)), ("act", .string(row.act)),
        ("detail", .string(row.detail)),
      ]
      if let n = row.participant { members.append(("participant", .number(Double(n)))) }
      return .object(JSON.Object(members))
    }
    do {
      return String(decoding: try JSON.array(rows).canonical(), as: UTF8.self) + "\n"
    } catch {
      throw .failed(.unexpected)
    }
  }
}
