import Forms
import JSON
import Journal
import Testing

@testable import Exchange

/// The table of a share, and the description of it that data tools read.
@Suite struct LogTableTests {
  private let form = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [
      Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: "")), Question("note", .text),
      Question("change", .number(low: nil, high: nil, whole: true)), Question("things", .list),
    ])

  private func csv(_ answers: [String: Answer]) throws -> [[String]] {
    let day = Day(daysSince1970: 20_777)
    let entry = Entry(
      id: try #require(ULID("01KAFZ8YTRZW00402081G60S00")), form: FormStamp(id: "mood", version: 1, wording: "w"),
      day: day, part: .evening, recorded: Moment(milliseconds: 1_795_206_615_000, offset: 3600, zone: "Europe/Dublin"),
      answers: answers)
    let consent = Consent(days: day...day, details: [.mood: .full], exactTimes: true)
    let shared = try #require(SharedEntry(entry, form: form, consent: consent, shared: { _ in true }))
    let names = LogNames(secret: [UInt8](repeating: 7, count: 32))
    let table = try CSV(reading: Array(try LogTable.csv([shared], names: names).utf8))
    return [table.header] + table.rows.map(\.cells)
  }

  private func descriptor() throws -> JSON {
    try JSON(reading: try LogTable.descriptor(title: "Week"), limits: JSONLimits(bytes: 1 << 20))
  }

  @Test func `The description is a tabular data package, as its specification has it`() throws {
    let package = try descriptor()
    #expect(package["profile"]?.string == "tabular-data-package" && package["title"]?.string == "Week")
    let resources = try #require(package["resources"]?.array)
    #expect(resources.count == 1)
    let resource = resources[0]
    #expect(resource["profile"]?.string == "tabular-data-resource")
    for name in [package["name"], resource["name"]] {
      #expect(try #require(name?.string).wholeMatch(of: #/[-a-z0-9._\/]+/#) != nil)
    }
    // A relative path that stays in the folder, and exactly one of data and path.
    #expect(resource["path"]?.string == LogTable.fileName && resource["data"] == nil)
    #expect(LogTable.fileName.wholeMatch(of: #/[a-z]+\.csv/#) != nil)
    #expect(resource["format"]?.string == "csv" && resource["mediatype"]?.string == "text/csv")
    #expect(resource["encoding"]?.string == "utf-8")
    #expect(
      resource["dialect"]?["delimiter"]?.string == "," && resource["dialect"]?["lineTerminator"]?.string == "\r\n")
    #expect(resource["schema"]?["missingValues"]?.array == [""])
    let fields = try #require(resource["schema"]?["fields"]?.array)
    let names = fields.compactMap { $0["name"]?.string }
    #expect(Set(names).count == fields.count && fields.allSatisfy { $0["description"]?.string?.hasSuffix(".") == true })
    let types = [
      "string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "yearmonth",
      "duration", "geopoint", "geojson", "any",
    ]
    #expect(fields.allSatisfy { types.contains($0["type"]?.string ?? "") })
    #expect(try names == csv(["mood": .number(1)])[0])
  }

  @Test func `Every cell is of the type that the description gives its column`() throws {
    let rows = try csv([
      "mood": .number(4), "note": .text("rain"), "change": .number(-2), "things": .items(["a", "b"]),
    ])
    let fields = try #require(descriptor()["resources"]?.array?[0]["schema"]?["fields"]?.array)
    #expect(rows.count == 6)
    for row in rows.dropFirst() {
      for (field, cell) in zip(fields, row) where !cell.isEmpty {
        let fits =
          switch field["type"]?.string {
          case "integer": cell.wholeMatch(of: #/-?[0-9]+/#) != nil
          case "date": cell.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) != nil
          case "datetime": cell == "2026-11-20T21:30:15+01:00" && field["format"]?.string == "%Y-%m-%dT%H:%M:%S%z"
          default: field["type"]?.string == "string"
          }
        #expect(fits, "\(field["name"]?.string ?? ""): \(cell)")
      }
    }
  }

  @Test func `Words that a spreadsheet would run are text, and a number below zero stays a number`() throws {
    for words in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)"] {
      let rows = try csv(["note": .text(words), "change": .number(-7)])
      let value = try #require(rows[0].firstIndex(of: "value"))
      #expect(rows.dropFirst().map { $0[value] } == ["'" + words, "-7"], "\(words)")
    }
  }
}
