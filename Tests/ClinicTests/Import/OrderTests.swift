import Conversation
import JSON
import Journal
import Testing
import Vault

@testable import Clinic
@testable import Exchange

/// What the caseload holds follows from the set of files that came, and from nothing else.
@Suite struct OrderTests {
  /// Logs of two people that overlap, edit, withdraw, dispute, and show less and more of the same entries.
  private static func logs(_ programme: Programme, _ random: inout SeededRandom) -> [(Log, Sharer)] {
    (0..<7).map { sequence in
      let sharer = sequence % 3 == 2 ? programme.sam : programme.jo
      var names: Set<Int> = []
      let entries = (0..<6).compactMap { _ -> JSON? in
        let number = Int.random(in: 0..<8, using: &random)
        let revision = Int.random(in: 1...3, using: &random)
        guard names.insert(number * 10 + revision).inserted else { return nil }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return Log.tombstone(number, revision: revision)
        case 1:
          return Log.entry(number, revision: revision, share: "numbers", redacted: ["note"], answers: ["mood": 4])
        case 2: return Log.entry(number, revision: revision, answers: ["mood": .number(Double(sequence)), "note": "x"])
        case 3: return Log.entry(number, revision: revision).with("recordedAt", is: nil).with("zone", is: nil)
        default: return Log.entry(number, revision: revision)
        }
      }
      var log = Log(of: sharer, for: programme.keys, sequence: sequence + 1, entries: entries)
      // Each round has a programme of its own.
      log.manifest = log.manifest.with("recipients", is: [])
      return (log, sharer)
    }
  }

  @Test(arguments: UInt64(1)...6) func `Any order, any bundling and any repetition of files gives the same caseload`(
    seed: UInt64
  ) throws {
    var contents: Set<[String]> = []
    for round in 0..<3 {
      var random = SeededRandom(seed: seed)
      let programme = try Programme()
      let logs = Self.logs(programme, &random)
      for (place, (log, sharer)) in logs.enumerated() {
        // Not sealed: a seal is another each time, and the digest of the file is kept.
        try programme.put(log.bytes(by: sharer), "\(place).handrail")
      }
      var order = Array(logs.indices)
      if round > 0 {
        var other = SeededRandom(seed: seed * 100 + UInt64(round))
        order = (order + order.filter { _ in Bool.random(using: &other) }).shuffled(using: &other)
      }
      if round == 2 {
        // All in one command, some of them twice.
        let files = order.map { programme.path("\($0).handrail") }.joined(separator: " ")
        #expect(programme.sitting.line("import \(files) --unsealed").departure == nil)
      } else {
        for place in order { #expect(programme.take("\(place).handrail", "--unsealed").code == 0) }
      }
      let content = try programme.sitting.store.content()
      // Once more all of them: nothing changes, not even the audit trail.
      let before = try programme.sitting.store.dump()
      for place in logs.indices { _ = programme.take("\(place).handrail", "--unsealed") }
      #expect(try programme.sitting.store.dump() == before)
      contents.insert(content)
    }
    #expect(contents.count == 1)
  }

  @Test func `Numbers first and full later show the full entry, and the other way round too`() throws {
    let full = Log.entry(1)
    let numbers = Log.entry(1, share: "numbers", redacted: ["note"], answers: ["mood": 4])
    for (entries, results) in [([numbers, full], ["1 new", "1 updated"]), ([full, numbers], ["1 new", "1 older"])] {
      let programme = try Programme()
      for (place, entry) in entries.enumerated() {
        try programme.put(
          Log(of: programme.jo, for: programme.keys, sequence: place + 1, entries: [entry]), by: programme.jo,
          "h.handrail")
        #expect(programme.take("h.handrail").said.contains("1 entry: \(results[place])"))
      }
      let shown = try programme.sitting.store.lines(of: 1)
      #expect(shown.map(\.body) == [String(decoding: try full.canonical(), as: UTF8.self)])
    }
  }

  @Test func `An edit and a withdrawal win over what is stale, whichever comes first`() throws {
    let programme = try Programme()
    let files = [
      [Log.entry(1, revision: 2), Log.tombstone(2, revision: 3)], [Log.entry(1), Log.entry(2, revision: 2)],
      [Log.entry(2, revision: 3)],
    ]
    for (place, entries) in files.enumerated() {
      try programme.put(
        Log(of: programme.jo, for: programme.keys, sequence: place + 1, entries: entries), by: programme.jo,
        "h.handrail")
      #expect(programme.take("h.handrail").code == 0)
    }
    let store = try programme.sitting.store
    #expect(try store.lines(of: 1).map(\.revision) == [2])
    #expect(try store.lines(of: 1, states: [.withdrawn]).map(\.revision) == [3])
  }
}
