import Conversation
import Exchange
import Forms
import JSON
import Journal
import Testing

@testable import Clinic

@Suite struct EntriesTests {
  @Test func `Entries are listed by form, by day, and behind a number`() throws {
    let sitting = try Caseload().sitting
    sitting.console.isPlain = true
    #expect(
      sitting.result("entries maya --day 2026-11-17 --of medication") == """
        Entries of Maya R.: medication

        Mood, Tuesday 2026-11-17, evening
        - Mood?: 3 of 10
        - Urges?: 3 of 10
        - Acted on it?: Yes
        - How long did you sleep?: 6 h 40 min
        - Medicine?: Taken
        - Anything else?: words 3
        Entry \(try name(of: sitting, "mood", day: 17)), version 1, from the file of 2026-11-20

        1 entry.

        """)
    #expect(sitting.result("entries maya --form phq-9").contains("3 entries."))
    #expect(sitting.result("entries maya --of \"strongest urge\" --since 2026-11-18").contains("3 entries."))
    #expect(sitting.result("entries maya --of urges").contains("Entries of Maya R.: urges"))
    #expect(sitting.result("entries never").contains("No entry stands behind it."))
    #expect(sitting.line("entries maya --of weather").departure?.exitCode == 64)
  }

  private func name(of sitting: ClinicSitting, _ form: String, day: Int) throws -> String {
    let day = try #require(Day(iso: "2026-11-\(day)"))
    return try #require(try sitting.store.lines(of: 1, days: day...day, forms: [form]).first?.name)
  }

  @Test func `A changed and a withdrawn entry say so, and each tells its files`() throws {
    let sitting = try ClinicSitting()
    let jo = try Diarist("Jo", in: sitting)
    let id = try #require(ULID("01KAFZ8YTRZW00402081G60S00"))
    let gone = try #require(ULID("01KAFZ8YTRZW00402081G60S01"))
    let first = try jo.entry(Diarist.mood, 8, ["mood": .number(2)], id: id)
    let other = try jo.entry(Diarist.mood, 8, ["mood": .number(7)], id: gone)
    try jo.share([first, other], to: 7, in: sitting)
    let changed = try jo.entry(Diarist.mood, 8, ["mood": .number(3)], revision: 2, id: id)
    var entry = other.entry
    entry.revision = 2
    try jo.share([changed, SharedEntry(withdrawn: entry, form: Diarist.mood)], in: sitting)
    sitting.console.isPlain = true
    let said = sitting.result("entries jo --form mood")
    #expect(said.contains("Updated: they changed it after they first kept it.\n- Mood?: 3 of 10"))
    #expect(said.contains("WITHDRAWN by them. What it said is counted nowhere.") && said.contains("2 entries."))
    #expect(!said.contains("2 of 10") && !said.contains("7 of 10"))
    #expect(sitting.result("entries jo --of mood").contains("1 entry."))
    let json = try JSON(
      reading: Array(sitting.raw("entries jo --form mood --json").utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(json["entries"]?.array?.compactMap { $0["state"]?.string }.sorted() == ["shown", "withdrawn"])
  }
}
