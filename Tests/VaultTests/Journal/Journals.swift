import Forms
import GRDB
import Journal
import Testing
import VaultSimulation

@testable import Vault

/// A journal in a vault of its own, gone with the value.
final class TestJournal {
  let folder = TemporaryFolder()
  private(set) var vault: OpenVault
  var store: JournalStore { JournalStore(vault) }
  private var made: Int64 = 0

  init() throws {
    (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    try vault.migrate(Schema.migrator)
  }

  /// Closes the vault and opens it again from the disk.
  func reopen() throws {
    vault.close()
    vault = try OpenVault.open(in: folder.home, passphrase: secret("p"))
  }

  /// Each a minute after the one before, from 2026-11-20T20:30:15+01:00.
  func moment() -> Moment {
    made += 1
    return Moment(milliseconds: 1_795_203_015_000 + made * 60_000, offset: 3600, zone: "Europe/Dublin")
  }

  func id() -> ULID {
    ULID(milliseconds: moment().milliseconds, random: [0, 1, 2, 3, 4, 5, 6, 7, 8, UInt8(made & 255)])
  }

  func entry(_ form: Form, _ answers: [String: Answer], day: String = "2026-11-20") throws -> Entry {
    Entry(
      id: id(), form: Wordings.stamp(of: form), day: try #require(Day(iso: day)), part: .evening, recorded: moment(),
      answers: answers)
  }

  /// Keeps a new entry.
  @discardableResult
  func add(_ form: Form, _ answers: [String: Answer], day: String = "2026-11-20") throws -> Entry {
    let entry = try entry(form, answers, day: day)
    try store.add(entry, form: form)
    return entry
  }

  func draft(_ form: Form, _ answers: Answer...) -> Draft {
    let now = moment()
    var walk = Walk(form)
    for answer in answers { walk.answer(answer, in: form) }
    return Draft(id: id(), walk: walk, day: now.day, started: now, updated: now)
  }

  /// The rows of numbers, as `variable[item] value unit`.
  func numbers() throws -> [String] {
    try vault.database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM number ORDER BY entry, place").map { row in
        let item = (row["item"] as String?).map { "[\($0)]" } ?? ""
        let unit = (row["unit"] as String?).map { " \($0)" } ?? ""
        return "\(row["variable"] as String)\(item) \(Form.plain(row["value"]))\(unit)"
      }
    }
  }

  func count(_ table: String) throws -> Int {
    try vault.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }
}

extension Form {
  static func small(_ id: String, _ questions: Question..., version: Int = 1, scores: [Score] = []) -> Form {
    Form(id: id, version: version, title: id, kind: .log, summary: "", questions: questions, scores: scores)
  }

  static let mood = small(
    "mood", Question("mood", .scale(low: 0, high: 10, lowWords: "low", highWords: "high"), ask: "How is it?"),
    Question("slept", .duration, ask: "Slept?", optional: true), Question("note", .text, ask: "Note?", optional: true))

  static let feelings = small(
    "feelings",
    Question("feel", .choices(Choices([.init("sadness", "Sad"), .init("fear", "Afraid")], other: true), least: 1)),
    Question(
      "strength",
      .each(of: "feel", [Question("before", .scale(low: 0, high: 100, lowWords: "l", highWords: "h"), unit: "%")])),
    scores: [Score(id: "load", label: "Load", sum: ["strength.before"])])
}
