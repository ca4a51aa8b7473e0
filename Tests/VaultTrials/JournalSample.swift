import Forms
import Journal
import Vault

/// A small journal with an entry of each kind of row: revisions, links, numbers, a draft, something withdrawn.
enum JournalSample {
  static let form = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [
      Question("mood", .scale(low: 0, high: 10, lowWords: "low", highWords: "high"), ask: "How is it?"),
      Question("note", .text, ask: "Note?", optional: true),
    ], scores: [])

  static func moment(_ number: Int64) -> Moment {
    Moment(milliseconds: 1_795_203_015_000 + number * 60_000, offset: 3600, zone: "Europe/Dublin")
  }

  static func id(_ number: Int64) -> ULID {
    ULID(milliseconds: moment(number).milliseconds, random: [0, 1, 2, 3, 4, 5, 6, 7, 8, UInt8(number & 255)])
  }

  static func entry(_ number: Int64) -> Entry {
    Entry(
      id: id(number), form: Wordings.stamp(of: form), day: Day(daysSince1970: 20_000 + Int(number)), part: .evening,
      recorded: moment(number),
      answers: ["mood": .number(Double(number % 11)), "note": .text("a walk by the river, number \(number)")])
  }

  static func fill(_ store: JournalStore) throws {
    for number in Int64(0)..<6 { try store.add(entry(number), form: form) }
    var linked = entry(6)
    linked.links = [Link(name: "tests", entry: id(2))]
    try store.add(linked, form: form)
    var revised = entry(3)
    revised.answers["mood"] = .number(7)
    revised.recorded = moment(20)
    _ = try store.revise(revised, form: form)
    try store.withdraw(id(4), at: moment(21))
    var walk = Walk(form)
    walk.answer(.number(4), in: form)
    try store.keep(
      Draft(id: id(30), walk: walk, day: Day(daysSince1970: 20_001), started: moment(30), updated: moment(31)),
      form: form)
    try store.remember("secret", [UInt8](repeating: 9, count: 32))
  }
}
