import JSON
import Testing

@testable import Clinic
@testable import Exchange

/// Null, or a value of another kind, in place of each field of a log; and each field left out.
@Suite struct FieldTests {
  /// What may be missing.
  private static let mayBeMissing: Set = [
    "previousExportId", "notice", "note", "participant.displayName", "part", "forms.0.kind", "forms.0.scores",
    "forms.0.scores.0.sum", "forms.0.scores.0.minus",
  ]
  /// Members of these may be missing, one by one.
  private static let free = ["consent.categories.", "answers.", "forms.0.questions."]

  @Test func `A field of the manifest that is null, of another kind or missing is refused`() throws {
    let programme = try Programme()
    let log = Log(of: programme.jo, for: programme.keys, entries: [Self.entry])
    try expectRefusals(programme, log.manifest.with("consent", "expiresAt", is: "2027-01-01")) { manifest in
      var log = log
      log.manifest = manifest
      // Counts and hash are what is asked about, too: they are filled in only while they are right.
      let settled = try settled(log)
      log.settles = false
      for name in ["counts", "entriesSha256"]
      where manifest[name] == log.manifest[name] && manifest[name] == placeholder[name] {
        log.manifest = log.manifest.with(name, is: settled[name])
      }
      return log
    }
  }

  @Test func `A field of an entry that is null, of another kind or missing is refused`() throws {
    let programme = try Programme()
    let log = Log(of: programme.jo, for: programme.keys)
    try expectRefusals(programme, Self.entry) { entry in
      var log = log
      log.entries = [entry]
      return log
    }
  }

  private let placeholder: JSON = ["counts": ["entries": 0, "active": 0, "withdrawn": 0], "entriesSha256": ""]

  private static let entry = Log.entry(
    1, redacted: ["weather"], links: [["name": "done", "entry": .string(Log.name(2))]],
    answers: [
      "mood": 4, "note": "Rain again.", "used": false, "feelings": ["sad"],
      "strength": [["of": "sad", "answers": ["before": 3]]],
    ])

  /// The manifest with counts and hash that fit its entries.
  private func settled(_ log: Log) throws -> JSON {
    let text = try log.text()
    let feed = text.firstIndex(of: 10) ?? text.endIndex
    return try JSON(reading: Array(text[..<feed]), limits: JSONLimits(bytes: 1 << 20))
  }

  private func expectRefusals(_ programme: Programme, _ whole: JSON, _ make: (JSON) throws -> Log) throws {
    let before = try programme.sitting.store.dump()
    var tried = 0
    for path in Self.paths(whole) {
      let value = Self.value(at: path[...], in: whole)
      for wrong in [nil, .null, 7, "x", [7], [:]] as [JSON?] where !Self.isAlike(wrong, value) {
        let name = path.joined(separator: ".")
        if wrong == nil, Self.isFree(name) { continue }
        let log = try make(whole.changed(path[...], wrong))
        let bytes = try Log.sealed(log.bytes(by: programme.jo), for: programme.keys)
        try programme.put(bytes, "h.handrail")
        let found = programme.take("h.handrail")
        tried += 1
        #expect(
          found.code == 65 && found.said.contains("refused. "),
          "\(name) as \(wrong.map { "\($0)" } ?? "nothing"): \(found.said)")
      }
    }
    #expect(try programme.sitting.store.dump() == before)
    #expect(tried > 100)
  }

  /// The way to every value within.
  private static func paths(_ json: JSON, _ path: [String] = []) -> [[String]] {
    switch json {
    case .object(let object): object.members.flatMap { [path + [$0.name]] + paths($0.value, path + [$0.name]) }
    case .array(let items): items.indices.flatMap { [path + ["\($0)"]] + paths(items[$0], path + ["\($0)"]) }
    default: []
    }
  }

  private static func value(at path: ArraySlice<String>, in json: JSON) -> JSON? {
    guard let first = path.first else { return json }
    let inner = Int(first).flatMap { place in json.array.map { $0[place] } } ?? json[first]
    return inner.flatMap { value(at: path.dropFirst(), in: $0) }
  }

  /// Of the same kind: whether its content is right is another question.
  private static func isAlike(_ a: JSON?, _ b: JSON?) -> Bool {
    switch (a, b) {
    case (.null, .null), (.bool, .bool), (.number, .number), (.string, .string), (.array, .array), (.object, .object):
      true
    default: false
    }
  }

  private static func isFree(_ name: String) -> Bool {
    if mayBeMissing.contains(name) || name == "consent.expiresAt" { return true }
    let last = name.split(separator: ".").last.map(String.init) ?? ""
    // An item less of a list.
    if Int(last) != nil { return true }
    if [".id", ".type", ".code.system", ".code.code"].contains(where: name.hasSuffix), name.hasPrefix("forms.") {
      return false
    }
    return free.contains { name.hasPrefix($0) }
      && !(name.hasPrefix("answers.strength.0.") && ["of", "answers"].contains(last))
  }
}
