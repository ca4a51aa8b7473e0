import Crypto
import JSON
import Testing

@testable import Exchange

extension HostileGroup {
  static let signature = HostileGroup(
    title: "The signature",
    cases: [
      .unsigned("as it should be", .taken) { programme, text in try Log.signed(text, by: programme.jo) },
      .unsigned("missing", .refused("The log is cut off: its end is missing.")) { _, text in text },
      .unsigned("empty", .refused("Its signature is damaged.")) { _, text in text + Array("{\"signature\":\"\"}\n".utf8)
      },
      .unsigned("not text", .refused("The last line: `signature` is missing")) { _, text in
        text + Array("{\"signature\":7}\n".utf8)
      },
      .unsigned("with something beside it", .refused("The log is cut off: its end is missing.")) { _, text in
        text + Array("{\"a\":1,\"signature\":\"x\"}\n".utf8)
      },
      .unsigned("damaged", .refused("Its signature is damaged.")) { programme, text in
        let bytes = try Log.signed(text, by: programme.jo)
        return Array(String(decoding: bytes, as: UTF8.self).replacing("U1NIU0lH", with: "U1NIU0lI").utf8)
      },
      .unsigned("of 5,000 letters", .refused("The last line: `signature` is missing")) { _, text in
        text + Array("{\"signature\":\"\(String(repeating: "a", count: 5_000))\"}\n".utf8)
      },
      .unsigned("by a key that nobody here has", .stranger("It is signed by a key that nobody here has.")) {
        programme, _ in
        try Log(of: programme.stranger, for: programme.keys).bytes(by: programme.stranger)
      },
      .unsigned("by a new key of somebody here", .stranger("It says that it is from Jo, and is signed by another key"))
      { programme, _ in
        var log = Log(of: programme.stranger, for: programme.keys)
        log.manifest = log.manifest.with("participant", "id", is: .string(programme.jo.id))
        return try log.bytes(by: programme.stranger)
      },
      .unsigned("by another participant's key", .refused("It is signed by another key than the one it names.")) {
        programme, text in
        try Log.signed(text, by: programme.sam)
      },
      .unsigned("for another purpose", .refused("It was signed for another purpose.")) { programme, text in
        try Log.signed(text, by: programme.jo, namespace: "file")
      },
      .unsigned("over other words", .refused("It was changed after it was signed.")) { programme, text in
        let signed = try Log.signed(text, by: programme.jo)
        return Array(String(decoding: signed, as: UTF8.self).replacing("Rain again.", with: "Sun again.").utf8)
      },
      .unsigned("twice", .refused("It was changed after it was signed.")) { programme, text in
        let signed = try Log.signed(text, by: programme.jo)
        return signed + signed.dropFirst(text.count)
      },
      .unsigned("twice, each over all before it", .refused("Line 4 stands in the wrong order, or twice.")) {
        programme, text in
        try Log.signed(Log.signed(text, by: programme.jo), by: programme.jo)
      },
      .unsigned("two logs in one file", .refused("It was changed after it was signed.")) { programme, text in
        let signed = try Log.signed(text, by: programme.jo)
        return signed + signed
      },
    ])

  static let counts = HostileGroup(
    title: "Counts, hashes, order",
    cases: [
      .unsettled("more entries than are there", .refused("The log holds more or fewer entries than it says.")) {
        $0.with("counts", "entries", is: 2)
      },
      .unsettled("withdrawn ones that are not", .refused("The log holds more or fewer entries than it says.")) {
        $0.with("counts", is: ["entries": 1, "active": 0, "withdrawn": 1])
      },
      .unsettled("another hash", .refused("The entries are not those that the log was made with.")) {
        $0.with("entriesSha256", is: .string(String(repeating: "0", count: 64)))
      },
      .unsettled("a hash in capitals", .refused("The entries are not those that the log was made with.")) {
        $0.with("entriesSha256", is: .string(($0["entriesSha256"]?.string ?? "").uppercased()))
      },
      .bytes("two manifests", .refused("Line 2: `id` is missing")) { text in
        let feed = try #require(text.firstIndex(of: 10))
        return text[...feed] + text
      },
      .bytes("no manifest", .refused("This is not a Handrail log.")) { text in
        let feed = try #require(text.firstIndex(of: 10))
        return Array(text[(feed + 1)...])
      },
      .log("an entry twice", .refused("Line 3 stands in the wrong order, or twice.")) {
        $0.entries = [Log.entry(1), Log.entry(1)]
      },
      .log("two of one revision", .refused("Line 3 stands in the wrong order, or twice.")) {
        $0.entries = [Log.entry(1), Log.entry(1, answers: ["mood": 5])]
      },
      .log("two revisions of an entry", .taken) { $0.entries = [Log.entry(1), Log.entry(1, revision: 2)] },
      .bytes("entries in the wrong order", .refused("Line 3 stands in the wrong order, or twice.")) { text in
        let lines = text.split(separator: 10).map(Array.init)
        var log = [lines[0]]
        log += [Log.entry(1), Log.entry(2)].compactMap { try? $0.canonical() }.sorted {
          $1.lexicographicallyPrecedes($0)
        }
        log.sort { _, _ in false }
        let byID = log.dropFirst().sorted {
          String(decoding: $0, as: UTF8.self).id > String(decoding: $1, as: UTF8.self).id
        }
        return ([lines[0]] + byID).flatMap { $0 + [10] as [UInt8] }
      },
    ])
}

extension String {
  /// The id in the text of a line.
  fileprivate var id: Substring { split(separator: "\"id\":\"").last?.prefix(26) ?? "" }
}

extension HostileCase {
  /// The text of a good log, to be ended in some way; then sealed.
  static func unsigned(
    _ name: String, _ verdict: Verdict, _ end: @escaping @Sendable (Programme, [UInt8]) throws -> [UInt8]
  ) -> HostileCase {
    file(name, verdict) { programme in
      try Log.sealed(end(programme, Log(of: programme.jo, for: programme.keys).text()), for: programme.keys)
    }
  }

  /// A manifest whose counts and hash fitted, with something changed; then signed and sealed.
  static func unsettled(
    _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable (JSON) -> JSON
  ) -> HostileCase {
    file(name, verdict) { programme in
      let log = Log(of: programme.jo, for: programme.keys)
      let text = try log.text()
      let feed = try #require(text.firstIndex(of: 10))
      let manifest = try JSON(reading: Array(text[..<feed]), limits: JSONLimits(bytes: 1 << 20))
      return try Log.sealed(
        Log.signed(change(manifest).canonical() + text[feed...], by: programme.jo), for: programme.keys)
    }
  }
}
