import Crypto
import Foundation
import Forms
import JSON
import Journal
import Testing

@testable import Exchange

/// The file with all of a journal: what it looks like, and what is refused.
@Suite struct JournalFileTests {
  private let at = Moment(milliseconds: 1_795_206_615_123, offset: 3600, zone: "Europe/Dublin")
  private let first = "01KAFZ8YTRZW00402081G60S00"
  private let second = "01KAFZ8YTRZW00402081G60S01"

  private func whole() throws -> WholeJournal {
    let form = Form(
      id: "mood", version: 1, title: "Mood", kind: .log, summary: "a/b",
      questions: [Question("note", .text, ask: "A note?")])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let body = String(decoding: try encoder.encode(form), as: UTF8.self)
    let hash = Hex.text(try BLAKE2b.hash(Array(body.utf8), count: 16))
    let day = at.day
    let id = try #require(ULID(first))
    var entry = Entry(
      id: id, form: FormStamp(id: "mood", version: 1, wording: hash), day: day, part: .evening, recorded: at,
      answers: ["note": .text("rain")], tags: ["wet"])
    var whole = WholeJournal()
    whole.wordings = [.init(hash: hash, form: "mood", version: 1, body: body)]
    whole.batches = [.init(number: 3, source: "Daylio", isUndone: false)]
    let before = entry
    entry.revision = 2
    entry.status = .withdrawn
    whole.entries = [.init(revisions: [before, entry], batch: 3)]
    whole.drafts = [
      .init(
        draft: Draft(id: try #require(ULID(second)), walk: Walk(form), day: day, started: at, updated: at, edits: id),
        wording: hash, isAside: true)
    ]
    whole.changes = [
      .init(number: 4, at: 5, kind: .bringIn, subject: "3", before: nil, after: nil, isUndone: false),
      .init(number: 7, at: 6, kind: .delete, subject: first, before: 1, after: 2, isUndone: false),
    ]
    whole.shares = [
      ShareReceipt(
        id: id, recipient: "River House", sequence: 1, at: at, way: .log, days: day...day, details: ["mood": "full"],
        sent: [.init(entry: id, revision: 1, isWithdrawn: false, form: "mood", version: 1, day: day, digest: [1, 2])])
    ]
    whole.unshared = [id: 2]
    whole.memory = ["body": Array("some".utf8)]
    return whole
  }

  private func text() throws -> String {
    String(decoding: try JournalFile.write(try whole(), .init(created: at, app: "handrail 0.1.0")), as: UTF8.self)
  }

  private func read(_ text: String) throws(JournalRefusal) -> WholeJournal {
    try JournalReader.read(Array(text.utf8)) { try? JSONDecoder().decode(Form.self, from: Data($0.utf8)) }.whole
  }

  private func refusal(_ text: String) -> JournalRefusal? {
    do throws(JournalRefusal) { _ = try read(text) } catch { return error }
    return nil
  }

  /// With the hash that the changed lines have.
  private func sealed(_ text: String) throws -> String {
    let body = text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    return body + String(decoding: try JournalFile.end(of: Array(body.utf8)), as: UTF8.self)
  }

  @Test func `What was written reads as the same journal`() throws {
    #expect(try read(try text()) == whole())
  }

  @Test func `Its lines can be read by people, and need no text beside a form`() throws {
    let lines = try text().split(separator: "\n").map(String.init)
    #expect(lines.count == 13)
    #expect(
      lines[0] == """
        {"app":"handrail 0.1.0","counts":{"changes":2,"drafts":1,"entries":1,"imports":1,"memory":1,"revisions":2,\
        "sent":1,"shares":1,"unshared":1,"wordings":1},"createdAt":"2026-11-20T21:30:15+01:00",\
        "format":"handrail-journal","version":"1.0","zone":"Europe/Dublin"}
        """)
    #expect(!lines[1].contains("\"text\":\""))
    let hash = try whole().wordings[0].hash
    #expect(
      lines[3] == """
        {"answers":{"note":"rain"},"day":"2026-11-20","form":{"id":"mood","title":"Mood","version":1,\
        "wording":"\(hash)"},"id":"\(first)","import":3,"kind":"entry","links":[],"part":"evening",\
        "recorded":{"local":"2026-11-20T21:30:15+01:00","milliseconds":1795206615123,"offset":3600,\
        "zone":"Europe/Dublin"},"revision":1,"status":"final","tags":["wet"]}
        """)
  }

  @Test func `A wording that cannot be made from its form again stands beside it`() throws {
    var odd = try whole()
    let body = odd.wordings[0].body.replacing("\\/", with: "/")
    let hash = Hex.text(try BLAKE2b.hash(Array(body.utf8), count: 16))
    odd.wordings[0].body = body
    odd.wordings[0].hash = hash
    for index in odd.entries[0].revisions.indices { odd.entries[0].revisions[index].form.wording = hash }
    odd.drafts[0].wording = hash
    let file = try JournalFile.write(odd, .init(created: at, app: "x"))
    #expect(String(decoding: file, as: UTF8.self).contains("\"text\":\""))
    #expect(try read(String(decoding: file, as: UTF8.self)) == odd)
  }

  @Test func `A file that is cut, changed or of another kind is refused`() throws {
    let text = try text()
    let lines = text.split(separator: "\n").map(String.init)
    #expect(refusal("") == .notAJournal && refusal("{\"format\":\"handrail-log\"}\n") == .notAJournal)
    #expect(refusal(lines[0]) == .cutOff && refusal(lines[0] + "\n") == .cutOff)
    for count in stride(from: lines[0].utf8.count + 1, to: text.utf8.count, by: 7) {
      #expect(refusal(String(decoding: Array(text.utf8)[..<count], as: UTF8.self)) == .cutOff)
    }
    #expect(refusal(text + "\n") == .cutOff && refusal(text + text) == .changed)
    var bytes = Array(text.utf8)
    for place in stride(from: lines[0].utf8.count + 20, to: bytes.count - 80, by: 5) where bytes[place] != 10 {
      bytes[place] ^= 1
      let refused = refusal(String(decoding: bytes, as: UTF8.self))
      bytes[place] ^= 1
      #expect(refused == .changed)
    }
    #expect(refusal(text.replacing("\"1.0\"", with: "\"1.1\"")) == .version)
  }

  @Test(arguments: [
    ("\"kind\":\"unshared\"", "\"kind\":\"dream\"", JournalRefusal.unknownKind(line: 11)),
    ("\"revisions\":2", "\"revisions\":3", .counts),
    ("\"entries\":1", "\"entries\":1,\"extra\":0", .counts),
    ("\"tags\":[\"wet\"]", "\"tags\":[\"wet\",4]", .field("tags", line: 4)),
    ("\"revision\":1,\"status\":\"final\"", "\"revision\":1,\"status\":\"gone\"", .field("status", line: 4)),
    ("\"part\":\"evening\"", "\"part\":\"evening\",\"secret\":1", .notAsWritten(line: 4)),
    ("\"offset\":3600", "\"offset\":99999", .field("recorded", line: 4)),
    (
      "\"title\":\"Mood\",\"version\":1,\"wording\":\"", "\"title\":\"Mood\",\"version\":1,\"wording\":\"0",
      .reference("form", line: 4)
    ),
    (
      "\"title\":\"Mood\",\"version\":1,\"wording\"", "\"title\":\"Food\",\"version\":1,\"wording\"",
      .notAsWritten(line: 4)
    ),
    ("\"import\":3", "\"import\":4", .reference("import", line: 4)),
    ("\"revision\":2,\"status\":\"withdrawn\"", "\"revision\":1,\"status\":\"withdrawn\"", .twice(line: 5)),
    (
      "\"edits\":\"01KAFZ8YTRZW00402081G60S00\"", "\"edits\":\"01KAFZ8YTRZW00402081G60S07\"",
      .reference("edits", line: 6)
    ),
    ("\"before\":1", "\"before\":9", .reference("subject", line: 8)),
    ("\"number\":7", "\"number\":4", .notAsWritten(line: 8)),
    ("\"title\":\"Mood\",\"version\":1},\"hash\"", "\"title\":\"Mooo\",\"version\":1},\"hash\"", .wording(line: 2)),
    ("\"value\":\"c29tZQ\"", "\"value\":\"c29tZ\"", .field("value", line: 12)),
    ("\"value\":\"c29tZQ\"", "\"value\": \"c29tZQ\"", .notAsWritten(line: 12)),
    ("\"value\":\"c29tZQ\"", "\"value\":\"c29tZQ\",\"value\":1", .json(.duplicateName, line: 12, column: 48)),
  ]) func `A line that breaks a rule is refused with its number, though the hash is right`(
    was: String, becomes: String, why: JournalRefusal
  ) throws {
    var text = try text()
    text.replaceSubrange(try #require(text.firstRange(of: was)), with: becomes)
    #expect(refusal(try sealed(text)) == why)
  }

  @Test func `Lines in another order or twice are refused`() throws {
    var lines = try text().split(separator: "\n").map(String.init)
    lines.insert(lines[3], at: 4)
    #expect(refusal(try sealed(lines.joined(separator: "\n"))) == .twice(line: 5))
    lines.remove(at: 4)
    lines.swapAt(10, 11)
    #expect(refusal(try sealed(lines.joined(separator: "\n"))) == .notAsWritten(line: 11))
  }
}
