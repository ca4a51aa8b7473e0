import Conversation
import Crypto
import Exchange
import Forms
import Foundation
import JSON
import Testing
import Vault

@testable import Clinic

/// Files that participants share, taken into the caseload.
@Suite struct ImportTests {
  let programme: Programme
  init() throws { programme = try Programme() }

  private func log(_ sequence: Int = 1, _ entries: JSON...) -> Log {
    Log(of: programme.jo, for: programme.keys, sequence: sequence, entries: entries)
  }

  private func shown(_ states: [CaseloadLine.State] = [.shown, .disputed]) throws -> [String] {
    try programme.sitting.store.lines(of: 1, states: states).map(\.body)
  }

  @Test func `A sealed log is taken in whole, and told with its counts`() throws {
    try programme.put(log(1, Log.entry(1), Log.entry(2)), by: programme.jo, "a.handrail")
    let (said, code) = programme.take("a.handrail")
    #expect(code == 0)
    #expect(said == "• a.handrail: Jo (#1). 2 entries: 2 new.\n", "\(said)")
    let entries = try [Log.entry(1), Log.entry(2)].map { String(decoding: try $0.canonical(), as: UTF8.self) }
    #expect(try Set(shown()) == Set(entries))
    let kept = try #require(try programme.sitting.store.logs(of: 1).first)
    #expect(kept.sequence == 1 && kept.note == "About the weekend." && kept.days.upperBound == Log.friday)
    #expect(try programme.sitting.store.participant(1)?.current?.logID == programme.jo.id)
  }

  @Test func `The same file again changes nothing at all`() throws {
    try programme.put(log(1, Log.entry(1)), by: programme.jo, "a.handrail")
    _ = programme.take("a.handrail")
    let before = try programme.sitting.store.dump()
    let (said, code) = programme.take("a.handrail")
    #expect(code == 0 && said.contains("Taken in before; nothing is new."))
    #expect(try programme.sitting.store.dump() == before)
    // Sealed anew it is another file with the same log in it.
    try programme.put(log(1, Log.entry(1)), by: programme.jo, "b.handrail")
    #expect(programme.take("b.handrail").said.contains("Taken in before; nothing is new."))
    #expect(try programme.sitting.store.dump() == before)
  }

  @Test func `Files of a folder that were taken in before are told in one line`() throws {
    for number in 1...5 { try programme.put(log(number, Log.entry(number)), by: programme.jo, "\(number).handrail") }
    #expect(programme.take("").code == 0)
    try programme.put(log(6, Log.entry(6)), by: programme.jo, "6.handrail")
    let (said, code) = programme.take("")
    #expect(code == 0)
    #expect(said.contains("6.handrail: Jo (#1). 1 entry: 1 new."))
    #expect(said.contains("5 files were taken in before; nothing in them is new."))
    #expect(!said.contains("5.handrail") && said.contains("1 of 6 files taken in."))
    #expect(programme.take("", "--details").said.contains("5.handrail: Jo (#1). Taken in before; nothing is new."))
  }

  @Test func `A log comes out again byte for byte`() throws {
    let bytes = try log(1, Log.entry(1), Log.entry(2, links: [["name": "done", "entry": .string(Log.name(1))]]))
      .bytes(by: programme.jo)
    try programme.put(Log.sealed(bytes, for: programme.keys), "a.handrail")
    #expect(programme.take("a.handrail").code == 0)
    let n = try #require(try programme.sitting.store.logs(of: 1).first?.n)
    let parts = try #require(try programme.sitting.store.parts(ofLog: n))
    #expect(
      LogParts.bytes(head: parts.head, forms: parts.forms, lines: parts.lines, signature: parts.signature) == bytes)
  }

  @Test func `Each entry of a file has its result`() throws {
    try programme.put(
      log(1, Log.entry(1), Log.entry(2, revision: 3), Log.entry(3), Log.entry(4), Log.entry(5)), by: programme.jo,
      "a.handrail")
    _ = programme.take("a.handrail")
    try programme.put(
      log(
        2, Log.entry(1), Log.entry(2, revision: 2), Log.entry(3, revision: 2), Log.tombstone(4, revision: 2),
        Log.entry(5, answers: ["mood": 9]), Log.entry(6)), by: programme.jo, "b.handrail")
    let (said, code) = programme.take("b.handrail")
    #expect(code == 0)
    #expect(
      said == """
        • b.handrail: Jo (#1). 6 entries: 1 new, 1 updated, 1 withdrawn, 1 \
        the same, 1 older than what is here, 1 in conflict.
        Some entries say two things. `conflicts` shows them side by side.

        """, "\(said)")
    #expect(try shown([.withdrawn]).count == 1 && shown([.disputed, .other]).count == 2)
  }

  @Test func `A folder is taken in the order of names, and what is no log is named`() throws {
    try FileManager.default.createDirectory(atPath: programme.path("in"), withIntermediateDirectories: true)
    for (place, name) in ["b.handrail", "a.age", "Z.handrail"].enumerated() {
      try programme.put(log(place + 1, Log.entry(place)), by: programme.jo, "in/" + name)
    }
    try programme.put(Array("x".utf8), "in/notes.txt")
    try programme.put(Array("x".utf8), "in/.hidden.handrail")
    let (said, code) = programme.take("in")
    #expect(code == 0)
    let order = ["in/Z.handrail: Jo", "in/a.age: Jo", "in/b.handrail: Jo", "in/notes.txt: passed over"]
      .compactMap { said.range(of: $0)?.lowerBound }
    #expect(order.count == 4 && order == order.sorted(), "\(said)")
    #expect(said.contains("3 of 3 files taken in. 3 entries: 3 new.") && !said.contains("hidden"))
    #expect(programme.take("in", "--new").said.contains("0 of 3 files taken in."))
  }

  @Test func `Every kind of file that is not for here is refused with what to do`() throws {
    let jo = programme.jo
    try programme.put(Log.sealed(log(1, Log.entry(1)).bytes(by: jo), for: programme.other), "other.handrail")
    try programme.put(log(1, Log.entry(1)).bytes(by: jo), "open.handrail")
    let cases: [(String, Int32, String)] = [
      ("none.handrail", 66, "There is no file at that place."),
      ("other.handrail", 65, "The file is sealed for other keys."),
      ("open.handrail", 65, "It is not sealed"),
    ]
    let before = try programme.sitting.store.dump()
    for (name, code, words) in cases {
      let found = programme.take(name)
      #expect(found.code == code && found.said.contains(words), "\(name): \(found)")
    }
    #expect(try programme.sitting.store.dump() == before)
    #expect(programme.take("open.handrail", "--unsealed").code == 0)
  }

  @Test func `Of a stranger's file only path and fingerprint are noted`() throws {
    let before = try programme.sitting.store.dump()
    try programme.put(Log(of: programme.stranger, for: programme.keys), by: programme.stranger, "s.handrail")
    let (said, code) = programme.take("s.handrail")
    #expect(code == 65 && said.contains("signed by a key that nobody here has"))
    #expect(try programme.sitting.store.dump() == before)
    let met = try #require(try programme.sitting.store.strangers().first)
    #expect(met.path == programme.path("s.handrail"))
    #expect(met.words == programme.stranger.keys.publicKeys.words.joined(separator: " "))
    // Enrolled, the note is gone and the file is taken.
    try programme.enroll("Kit", programme.stranger)
    #expect(try programme.sitting.store.strangers() == [])
    #expect(programme.take("s.handrail").code == 0)
  }

  @Test func `For other programs everything is one JSON object`() throws {
    try programme.put(log(1, Log.entry(1)), by: programme.jo, "a.handrail")
    let (code, console) = programme.sitting.once("import", programme.path("a.handrail"), "--json")
    #expect(code == 0)
    let json = try JSON(reading: Array(console.raw.utf8), limits: JSONLimits(bytes: 1 << 20))
    let file = json["files"]?.array?.first
    #expect(file?["result"] == "taken" && file?["name"] == "Jo" && file?["counts"]?["new"] == 1)
    #expect(file?["entries"]?.array?.first?["id"] == .string(Log.name(1)) && json["totals"]?["refused"] == 0)
  }
}
