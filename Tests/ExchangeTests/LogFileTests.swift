import Crypto
import Forms
import JSON
import Journal
import Testing

@testable import Exchange

@Suite struct LogFileTests {
  private let names = LogNames(secret: Array(0..<32))
  private let day = Day(daysSince1970: 20_777)
  private let form = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [
      Question(
        "mood", .scale(low: 0, high: 10, lowWords: "", highWords: ""), ask: "How is it?",
        code: Code(system: "handrail", code: "mood")),
      Question("sleep", .duration, ask: "How long?", unit: "h"), Question("note", .text, ask: "A note?"),
    ])

  private var manifest: LogManifest {
    LogManifest(
      exportId: "01KAFZ8YTRZW00402081G60S09", sequence: 2, previousExportId: "01KAFZ8YTRZW00402081G60S08",
      createdAt: Moment(milliseconds: 1_795_206_615_000, offset: 3600, zone: "Europe/Dublin"), app: "handrail 0.1.0",
      participant: .init(id: "p-1", signingKey: "ssh-ed25519 AAAA", recipient: "age1p"), recipients: ["age1c"],
      range: day.adding(days: -6)...day, purpose: "treatment", consentId: "c-1",
      categories: [.mood: .numbers, .notes: .none])
  }

  private func entry(_ letter: String, _ answers: [String: Answer], on day: Day? = nil) throws -> SharedEntry {
    let entry = Entry(
      id: try #require(ULID("01KAFZ8YTRZW00402081G60S0\(letter)")),
      form: FormStamp(id: "mood", version: 1, wording: "w"), day: day ?? self.day, part: .evening,
      recorded: Moment(milliseconds: 1_795_206_615_000, offset: 3600, zone: "Europe/Dublin"), answers: answers)
    return try #require(
      SharedEntry(entry, form: form, consent: Consent(days: manifest.range), shared: { _ in false }))
  }

  private func write(_ entries: [SharedEntry]) throws -> [UInt8] {
    try LogFile.write(manifest, entries: entries, names: names) { _ in "SIGNED" }
  }

  @Test func `A log is these lines, byte for byte`() throws {
    let file = try write([
      try entry("1", ["mood": .number(4), "note": .text("rain")]), try entry("0", ["sleep": .number(390)]),
    ])
    let one = """
      {"answers":{"sleep":390},"effectiveDate":"2026-11-20","form":{"id":"mood","version":1},\
      "id":"65B3FVDRVBPE4S77NYM4RM5W4P","links":[],"part":"evening","redacted":[],"revision":1,"share":"numbers",\
      "status":"active"}
      """
    let two = """
      {"answers":{"mood":4},"effectiveDate":"2026-11-20","form":{"id":"mood","version":1},\
      "id":"6BA7JXD3FK8W3V9NERVGYYEXFS","links":[],"part":"evening","redacted":["note"],"revision":1,"share":"numbers",\
      "status":"active"}
      """
    let hash = Hex.text(SHA256.hash(Array("\(one)\n\(two)\n".utf8)))
    #expect(
      String(decoding: file, as: UTF8.self) == """
        {"app":"handrail 0.1.0","consent":{"categories":{"mood":"numbers","notes":"none"},"id":"c-1"},\
        "counts":{"active":2,"entries":2,"withdrawn":0},"createdAt":"2026-11-20T21:30:15+01:00",\
        "entriesSha256":"\(hash)","exportId":"01KAFZ8YTRZW00402081G60S09","format":"handrail-log",\
        "forms":[{"id":"mood","kind":"log","questions":[{"code":{"code":"mood","system":"handrail"},"id":"mood",\
        "range":{"high":10,"low":0},"text":"How is it?","type":"scale"},\
        {"id":"sleep","text":"How long?","type":"duration","unit":"min"},\
        {"id":"note","text":"A note?","type":"text"}],"title":"Mood","version":1}],\
        "participant":{"id":"p-1","recipient":"age1p","signingKey":"ssh-ed25519 AAAA"},\
        "previousExportId":"01KAFZ8YTRZW00402081G60S08","purpose":"treatment",\
        "range":{"from":"2026-11-14","to":"2026-11-20"},"recipients":["age1c"],"sequence":2,"version":"1.0",\
        "zone":"Europe/Dublin"}
        \(one)
        \(two)
        {"signature":"SIGNED"}

        """)
  }

  @Test func `What was written reads back, and the signature is over all before its line`() throws {
    let file = try write([try entry("1", ["mood": .number(4)]), try entry("0", ["sleep": .number(390)])])
    let log = try ReadLog(file)
    #expect(log.lines.map(\.answers) == [["sleep": .number(390)], ["mood": .number(4)]])
    #expect(log.lines.map(\.detail) == [.numbers, .numbers])
    #expect(log.range == manifest.range && log.sequence == 2 && log.recipients == ["age1c"])
    #expect(log.participant == manifest.participant)
    #expect(log.forms.map(\.form.title) == ["Mood"])
    #expect(file == log.signed + Array("{\"signature\":\"SIGNED\"}\n".utf8))
  }

  @Test func `A log without an entry is a log`() throws {
    #expect(try ReadLog(try write([])).lines.isEmpty)
  }

  @Test func `A measure goes without its words, and with what its choices count`() throws {
    let measure = Form(
      id: "m", version: 1, title: "Check-in", kind: .measure, summary: "",
      questions: [Question("q", .choice(Choices([.init("a", "Never", weight: 0)])), ask: "The words of it")],
      scores: [Score(id: "total", label: "Total", sum: ["q"])])
    let json = LogForms.json([measure])
    #expect(
      String(decoding: try json.canonical(), as: UTF8.self) == """
        [{"id":"m","kind":"measure","questions":[{"choices":{"a":{"weight":0}},"id":"q","type":"choice"}],\
        "scores":[{"id":"total","label":"Total","minus":[],"sum":["q"]}],"title":"Check-in","version":1}]
        """)
  }

  /// A log whose text is changed in one place, and what it is refused with.
  static let refused: [(String, String, LogRefusal)] = [
    ("\"format\":\"handrail-log\"", "\"format\":\"other\"", .notALog),
    ("\"version\":\"1.0\",\"zone\"", "\"version\":\"2.0\",\"zone\"", .version),
    ("\"version\":\"1.0\",\"zone\"", "\"version\":\"0.9\",\"zone\"", .olderVersion),
    ("\"version\":\"1.0\",\"zone\"", "\"version\":\"1\",\"zone\"", .field("version", line: 1)),
    ("\"mood\":4", "\"mood\":\"four\"", .misfit("mood", line: 3)),
    ("{\"app\"", "{ \"app\"", .notCanonical(line: 1)),
    ("{\"app\"", "x", .notALog),
    ("\"mood\":4", "\"mood\":4.0", .notCanonical(line: 3)),
    ("\"mood\":4", "\"mood\":9007199254740993", .notCanonical(line: 3)),
    ("\"mood\":4", "\"mood\":11", .offScale("mood", line: 3)),
    ("\"mood\":4", "\"mood\":null", .field("answers", line: 3)),
    ("\"mood\":4", "\"mood\":4,\"mood\":5", .json(.duplicateName, line: 3, column: 22)),
    ("\"mood\":4", "\"mood\":1e400", .json(.numberOutOfRange, line: 3, column: 20)),
    ("\"mood\":4", "\"mood\":4,", .json(.trailingComma, line: 3, column: 21)),
    ("\"entries\":2", "\"entries\":3", .counts),
    ("\"sleep\":390", "\"sleep\":391", .digest),
    (
      "\"sleep\":390},\"effectiveDate\":\"2026-11-20\"", "\"sleep\":390},\"effectiveDate\":\"2026-11-21\"",
      .outsideRange(line: 2)
    ),
    ("\"to\":\"2026-11-20\"", "\"to\":\"2091-11-20\"", .field("range", line: 1)),
    (
      "\"createdAt\":\"2026-11-20T21:30:15+01:00\"", "\"createdAt\":\"2026-11-20T21:30:15+25:00\"",
      .field("createdAt", line: 1)
    ),
    ("6BA7JXD3FK8W3V9NERVGYYEXFS", "05A7JXD3FK8W3V9NERVGYYEXFS", .outOfOrder(line: 3)),
    (
      "\"form\":{\"id\":\"mood\",\"version\":1},\"id\":\"6", "\"form\":{\"id\":\"moon\",\"version\":1},\"id\":\"6",
      .unknownForm(line: 2)
    ),
    ("{\"signature\":\"SIGNED\"}\n", "", .cutOff),
    ("\"SIGNED\"}\n", "\"SIGNED\"}", .cutOff),
    ("{\"signature\":\"SIGNED\"}\n", "{\"signature\":\"SIGNED\"}\n{\"signature\":\"SIGNED\"}\n", .outOfOrder(line: 5)),
    ("\"status\":\"active\"}\n{\"signature\"", "\"status\":\"gone\"}\n{\"signature\"", .field("status", line: 3)),
    (
      "\"share\":\"numbers\",\"status\":\"active\"}\n{\"signature\"",
      "\"share\":\"none\",\"status\":\"active\"}\n{\"signature\"", .field("share", line: 3)
    ),
  ]

  @Test(arguments: refused) func `A log that breaks a rule is refused whole, with its line`(
    change: (from: String, to: String, expected: LogRefusal)
  ) throws {
    let file = try write([try entry("1", ["mood": .number(4)]), try entry("0", ["sleep": .number(390)])])
    let text = String(decoding: file, as: UTF8.self)
    try #require(text.contains(change.from))
    let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
    #expect(throws: change.expected) { try ReadLog(Array(changed.utf8)) }
  }

  @Test func `Bytes that are no log at all are refused in as few words`() {
    #expect(throws: LogRefusal.empty) { try ReadLog([]) }
    #expect(throws: LogRefusal.notALog) { try ReadLog(Array("age-encryption.org/v1\n".utf8)) }
    #expect(throws: LogRefusal.json(.notUTF8, line: 1, column: 3)) { try ReadLog([123, 34, 255, 34, 10]) }
    #expect(throws: LogRefusal.cutOff) { try ReadLog(Array("{".utf8)) }
    #expect(throws: LogRefusal.tooLarge) { try ReadLog(Array(repeating: 123, count: LogLimits.file + 1)) }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: LogRefusal.json(.tooDeep, line: 1, column: 37)) { try ReadLog(Array("{\"a\":\(deep)\n".utf8)) }
  }
}
