import Foundation
import Forms
import JSON
import Journal
import Testing

@testable import Exchange

@Suite struct LogEntryTests {
  let names = LogNames(secret: Array(0..<32))
  let entry: Entry
  /// The names of the entry and of the one it links to, reckoned with another program.
  let name = "65B3FVDRVBPE4S77NYM4RM5W4P"
  let other = "6BA7JXD3FK8W3V9NERVGYYEXFS"

  init() throws {
    let id = try #require(ULID("01KAFZ8YTRZW00402081G60S00"))
    let linked = try #require(ULID("01KAFZ8YTRZW00402081G60S01"))
    entry = Entry(
      id: id, revision: 3, form: FormStamp(id: "thought", version: 2, wording: "not for others"),
      day: Day(daysSince1970: 20_777), part: .evening,
      recorded: Moment(milliseconds: 1_795_206_615_999, offset: 3600, zone: "Europe/Dublin"),
      answers: [
        "situation": .text("Rain \"again\"\n\u{E9}\u{1F327}"), "belief": .number(70.5), "more": .yesNo(false),
        "emotions": .items(["sad", "own words"]),
        "strength": .each([.init(of: "sad", answers: ["before": .number(80)])]), "g": .group(["in": .text("x")]),
      ],
      links: [Link(name: "tests", entry: linked)])
  }

  private func line(_ entry: Entry) throws -> String {
    String(decoding: try LogEntry.json(entry, names: names).canonical(), as: UTF8.self)
  }

  @Test func `An entry is this line, byte for byte`() throws {
    let answers = """
      {"belief":70.5,"emotions":["sad","own words"],"g":{"in":"x"},"more":false,\
      "situation":"Rain \\"again\\"\\n\u{E9}\u{1F327}","strength":[{"answers":{"before":80},"of":"sad"}]}
      """
    #expect(
      try line(entry) == """
        {"answers":\(answers),"effectiveDate":"2026-11-20","form":{"id":"thought","version":2},"id":"\(name)",\
        "links":[{"entry":"\(other)","name":"tests"}],"part":"evening","recordedAt":"2026-11-20T21:30:15+01:00",\
        "redacted":[],"revision":3,"share":"full","status":"active","zone":"Europe/Dublin"}
        """)
  }

  @Test func `A withdrawn entry says that it is gone, and not what it said`() throws {
    var gone = entry
    gone.status = .withdrawn
    gone.part = nil
    gone.links = []
    #expect(
      try line(gone) == """
        {"effectiveDate":"2026-11-20","form":{"id":"thought","version":2},"id":"\(name)","links":[],\
        "recordedAt":"2026-11-20T21:30:15+01:00","redacted":[],"revision":3,"share":"full","status":"withdrawn",\
        "zone":"Europe/Dublin"}
        """)
  }

  @Test func `A document holds its entries in the order given, and ends with a line feed`() throws {
    var second = entry
    second.id = entry.links[0].entry
    second.links = []
    let lines = [try line(entry), try line(second)]
    #expect(
      try LogEntry.document([entry, second], names: names) == "{\"entries\":[\(lines[0]),\(lines[1])]}\n")
    #expect(try LogEntry.document([], names: names) == "{\"entries\":[]}\n")
  }

  @Test func `A number that JSON cannot hold is refused`() {
    var bad = entry
    bad.answers["belief"] = .number(.infinity)
    #expect(throws: LogEntryError.notANumber) { try LogEntry.document([bad], names: names) }
  }

  @Test func `Tags stand in the person's own list, and never in what is shared`() throws {
    var tagged = entry
    tagged.tags = ["work", "zoë"]
    #expect(try line(tagged) == line(entry))
    let own = try LogEntry.document([tagged, entry], names: names)
    #expect(own.components(separatedBy: "\"tags\":[\"work\",\"zoë\"]").count == 2)
    tagged.status = .withdrawn
    #expect(try !LogEntry.document([tagged], names: names).contains("zoë"))
  }
}
