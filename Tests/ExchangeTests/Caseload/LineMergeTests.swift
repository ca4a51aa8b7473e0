import Crypto
import JSON
import Journal
import Testing

@testable import Exchange

/// Which version of an entry stands, whatever came first.
@Suite struct LineMergeTests {
  private static func version(_ revision: Int = 1, _ change: (inout JSON.Object) -> Void = { _ in }) throws
    -> EntryVersion
  {
    var line = JSON.Object([
      ("id", "65B3FVDRVBPE4S77NYM4RM5W4P"), ("revision", .number(Double(revision))), ("status", "active"),
      ("form", ["id": "mood", "version": 1]), ("effectiveDate", "2026-11-20"), ("part", "evening"),
      ("recordedAt", "2026-11-20T19:30:00Z"), ("zone", "Europe/Dublin"), ("share", "full"), ("redacted", []),
      ("links", [["name": "done", "entry": "6BA7JXD3FK8W3V9NERVGYYEXFS"]]), ("answers", full),
    ])
    change(&line)
    let bytes = try JSON.object(line).canonical()
    return EntryVersion(
      revision: revision, digest: Array(SHA256.hash(bytes).prefix(16)), body: String(decoding: bytes, as: UTF8.self))
  }

  private static let full: JSON = [
    "mood": 4, "note": "rain", "feelings": ["sad", "my own"],
    "strength": [["of": "sad", "answers": ["before": 80]], ["of": "my own", "answers": ["before": 60, "why": "x"]]],
  ]
  private static let numbers: JSON = [
    "mood": 4, "feelings": ["sad"],
    "strength": [["of": "sad", "answers": ["before": 80]], ["of": "own-1", "answers": ["before": 60]]],
  ]
  private static let least: JSON = ["mood": 4]

  /// The same entry in ever fewer words.
  private static func shades() throws -> [EntryVersion] {
    [
      try version(),
      try version { $0["links"] = [] },
      try version {
        $0["recordedAt"] = nil
        $0["zone"] = nil
        $0["links"] = []
      },
      try version {
        $0["recordedAt"] = nil
        $0["zone"] = nil
        $0["links"] = []
        $0["share"] = "numbers"
        $0["redacted"] = ["feelings", "note", "strength"]
        $0["answers"] = numbers
      },
      try version {
        $0["recordedAt"] = nil
        $0["zone"] = nil
        $0["links"] = []
        $0["share"] = "numbers"
        $0["redacted"] = ["feelings", "note", "strength"]
        $0["answers"] = least
      },
    ]
  }

  @Test func `The highest revision stands, and the others are gone`() throws {
    let all = [try Self.version(2), try Self.version(3), try Self.version(1)]
    #expect(LineMerge.standings(all) == [.gone, .shown, .gone])
    #expect(LineMerge.standings([]) == [])
  }

  @Test func `At the same revision a withdrawal wins, and an edit after it stands`() throws {
    let gone = try Self.version(2) {
      $0["status"] = "withdrawn"
      $0["answers"] = nil
    }
    #expect(LineMerge.standings([try Self.version(2), gone]) == [.gone, .withdrawn])
    #expect(LineMerge.standings([gone, try Self.version(3)]) == [.gone, .shown])
  }

  @Test func `Of versions that show more and more, the one that shows most stands`() throws {
    let shades = try Self.shades()
    for start in shades.indices {
      for end in shades.indices where end > start {
        #expect(LineMerge.standings([shades[start], shades[end]]) == [.shown, .gone], "\(start) over \(end)")
        #expect(LineMerge.standings([shades[end], shades[start]]) == [.gone, .shown], "\(start) over \(end)")
      }
    }
    #expect(LineMerge.standings(shades) == [.shown, .gone, .gone, .gone, .gone])
  }

  /// What two versions of one revision must agree on, or say plainly that they withhold it.
  static let differing: [(String, @Sendable (inout JSON.Object) -> Void)] = [
    (
      "an answer",
      {
        $0["answers"] = .object(
          JSON.Object((full.object?.members ?? []).map { ($0.name, $0.name == "mood" ? 5 : $0.value) }))
      }
    ),
    ("an answer less that is not withheld", { $0["answers"] = least }),
    ("the day", { $0["effectiveDate"] = "2026-11-19" }), ("the part of the day", { $0["part"] = "morning" }),
    ("the form", { $0["form"] = ["id": "mood", "version": 2] }),
    (
      "a row of withheld words with another number",
      {
        $0["share"] = "numbers"
        $0["redacted"] = ["feelings", "note", "strength"]
        $0["answers"] = ["mood": 4, "strength": [["of": "own-1", "answers": ["before": 61]]]]
      }
    ),
    (
      "rows in another order",
      {
        $0["redacted"] = ["feelings", "note", "strength"]
        $0["answers"] = ["mood": 4, "feelings": ["my own", "sad"]]
      }
    ),
    (
      "words that stand for none",
      {
        $0["redacted"] = ["feelings", "note", "strength"]
        $0["answers"] = ["mood": 4, "strength": [["of": "own-one", "answers": ["before": 60]]]]
      }
    ),
  ]

  @Test(arguments: differing) func `Versions that differ where nothing is withheld are in conflict, smaller hash first`(
    _ what: String, _ change: @Sendable (inout JSON.Object) -> Void
  ) throws {
    let (one, other) = (try Self.version(), try Self.version(1, change))
    let isFirst = one.digest.lexicographicallyPrecedes(other.digest)
    #expect(LineMerge.standings([one, other]) == (isFirst ? [.disputed, .other] : [.other, .disputed]), "\(what)")
    // A version that shows less than one of them adds nothing to the dispute.
    let less = try Self.version { $0["links"] = [] }
    #expect(
      LineMerge.standings([one, less, other]) == (isFirst ? [.disputed, .gone, .other] : [.other, .gone, .disputed]))
  }

  @Test func `Two that show the same in other signs are no conflict`() throws {
    let one = try Self.version { $0["redacted"] = ["a", "b"] }
    let other = try Self.version { $0["redacted"] = ["b", "a"] }
    #expect(Set(LineMerge.standings([one, other]).map(\.rawValue)) == [0, 1])
  }

  @Test func `A field that a later version of the format adds is more`() throws {
    let more = try Self.version { $0["weather"] = "wet" }
    #expect(LineMerge.standings([try Self.version(), more]) == [.gone, .shown])
  }

  /// Every version that came, in any order and from any bundles, gives the same.
  @Test(arguments: UInt64(1)...40) func `What stands is the same for every order, bundling and repetition`(seed: UInt64)
    throws
  {
    var random = SeededRandom(seed: seed)
    let shades = try Self.shades()
    var pool = shades
    for revision in 1...3 {
      for (_, change) in Self.differing { pool.append(try Self.version(revision, change)) }
      pool.append(
        try Self.version(revision) {
          $0["status"] = "withdrawn"
          $0["answers"] = nil
        })
    }
    let some = Array(pool.shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
    let expected = Self.byDigest(some)
    for _ in 0..<6 {
      // Twice the same version in the set is one version in it.
      let order = some.shuffled(using: &random)
      #expect(Self.byDigest(order) == expected)
      // What is gone never comes back: leaving it out changes nothing for the rest.
      let left = order.filter { expected[$0.digest] != .gone }
      for (digest, standing) in Self.byDigest(left) { #expect(standing == expected[digest]) }
    }
    let shown = expected.values.filter { $0 != .gone }
    #expect(shown == [.shown] || shown == [.withdrawn] || Set(shown.map(\.rawValue)) == [3, 4])
    #expect(shown.count { $0 == .disputed } <= 1)
  }

  private static func byDigest(_ versions: [EntryVersion]) -> [[UInt8]: EntryStanding] {
    Dictionary(zip(versions.map(\.digest), LineMerge.standings(versions))) { first, _ in first }
  }

  @Test func `Showing more holds along a chain, and of each version with itself`() throws {
    var all = try Self.shades()
    for (_, change) in Self.differing { all.append(try Self.version(1, change)) }
    let lines = try all.map { try JSON(reading: Array($0.body.utf8), limits: JSONLimits(bytes: 1 << 20)) }
    for a in lines {
      #expect(ShowsMore.covers(a, a))
      for b in lines where ShowsMore.covers(a, b) {
        for c in lines where ShowsMore.covers(b, c) { #expect(ShowsMore.covers(a, c)) }
      }
    }
  }
}
