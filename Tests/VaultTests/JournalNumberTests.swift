import Crypto
import Forms
import GRDB
import Journal
import Testing
import VaultSimulation

@testable import Vault

/// The rows that trends read.
@Suite struct JournalNumberTests {
  let folder = TemporaryFolder()
  let form = Form(
    id: "check", version: 1, title: "Check", kind: .log, summary: "",
    questions: [
      Question("mood", .scale(low: 0, high: 10, lowWords: "low", highWords: "good")),
      Question("feelings", .list),
      Question(
        "strength",
        .each(
          of: "feelings",
          [Question("now", .scale(low: 0, high: 100, lowWords: "none", highWords: "all"))])),
    ])

  @Test func `Numbers follow the newest revision, and a word named twice keeps both its numbers`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    defer { vault.close() }
    try vault.migrate(Schema.migrator)
    let journal = JournalStore(vault)
    var entry = entry(mood: 3, strengths: [("sad", 70), ("sad", 20)])
    try journal.add(entry, form: form)
    #expect(try rows(vault) == ["mood - 3 on 20000", "strength.now sad 70 on 20000", "strength.now sad 20 on 20000"])
    entry.answers["mood"] = .number(6)
    entry.answers["strength"] = nil
    entry.day = Day(daysSince1970: 19_999)
    try journal.revise(entry, form: form)
    #expect(try rows(vault) == ["mood - 6 on 19999"])
    try journal.withdraw(entry.id, at: entry.recorded)
    #expect(try rows(vault) == [])
    #expect(try vault.check().problems == [])
  }

  @Test func `A wording is kept once for many entries`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    defer { vault.close() }
    try vault.migrate(Schema.migrator)
    let journal = JournalStore(vault)
    for number in UInt8(0)..<3 { try journal.add(entry(number, mood: 5, strengths: []), form: form) }
    let wordings = try vault.database.read { try Row.fetchAll($0, sql: "SELECT hash, form FROM wording") }
    #expect(wordings.map { $0["hash"] as String } == [Wordings.stamp(of: form).wording])
    let kept = try #require(try journal.newestEntry())
    #expect(try journal.form(of: kept) == form)
  }

  private func entry(_ number: UInt8 = 0, mood: Double, strengths: [(String, Double)]) -> Entry {
    let moment = Moment(milliseconds: 1_728_000_000_000 + Int64(number), offset: 0, zone: "UTC")
    let rows = strengths.map { EachAnswer(of: $0.0, answers: ["now": .number($0.1)]) }
    return Entry(
      id: ULID(milliseconds: moment.milliseconds, random: [UInt8](repeating: number, count: 10)),
      form: Wordings.stamp(of: form), day: Day(daysSince1970: 20_000), recorded: moment,
      answers: ["mood": .number(mood), "strength": .each(rows)])
  }

  private func rows(_ vault: OpenVault) throws -> [String] {
    try vault.database.read { database in
      try Row.fetchAll(database, sql: "SELECT variable, item, value, day FROM number ORDER BY variable, place").map {
        let item = $0["item"] as String? ?? "-"
        return "\($0["variable"] as String) \(item) \($0["value"] as Int) on \($0["day"] as Int)"
      }
    }
  }
}
