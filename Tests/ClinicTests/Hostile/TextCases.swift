import JSON
import Testing

@testable import Exchange

extension HostileGroup {
  static let json = HostileGroup(
    title: "JSON",
    cases: [
      .text(
        "100,000 levels deep", .refused("Line 2, column 50: values are nested too deeply"), "\"mood\":4",
        "\"mood\":" + String(repeating: "[", count: 100_000)),
      .text("a name twice", .refused("Line 2, column 22: a name stands twice"), "\"mood\":4", "\"mood\":4,\"mood\":5"),
      .text(
        "a name twice, once as an escape", .refused("Line 2, column 22: a name stands twice"), "\"mood\":4",
        "\"mood\":4,\"\\u006dood\":5"),
      .text("NaN", .refused("Line 2, column 20: there is a character"), "\"mood\":4", "\"mood\":NaN"),
      .text("1e400", .refused("Line 2, column 20: a number is too large"), "\"mood\":4", "\"mood\":1e400"),
      .text("2^53+1", .refused("Line 2 is not written the way a log is."), "\"mood\":4", "\"mood\":9007199254740993"),
      .text("4.0 for 4", .refused("Line 2 is not written the way a log is."), "\"mood\":4", "\"mood\":4.0"),
      .text(
        "a number of 2,000 digits", .refused("Line 2, column 20: a number has too many digits"), "\"mood\":4",
        "\"mood\":" + String(repeating: "1", count: 2_000)),
      .text("half a character", .refused("Line 2, column 30: a text holds half a character"), "Rain again.", "\\ud800"),
      .text("the other half", .refused("Line 2, column 30: a text holds half a character"), "Rain again.", "\\udc00"),
      .raw("overlong UTF-8", .refused("Line 2, column 30: the bytes are not UTF-8"), "Rain again.", [0xC0, 0xAF]),
      .raw(
        "a surrogate in UTF-8", .refused("Line 2, column 30: the bytes are not UTF-8"), "Rain again.",
        [0xED, 0xA0, 0x80]),
      .raw("a lone byte", .refused("Line 2, column 30: the bytes are not UTF-8"), "Rain again.", [0xFF]),
      .raw("NUL", .refused("Line 2, column 30: a text holds a control character"), "Rain again.", [0]),
      .bytes("a byte-order mark", .refused("This is not a Handrail log.")) { [0xEF, 0xBB, 0xBF] + $0 },
      .bytes("UTF-16", .refused("This is not a Handrail log.")) { [0xFF, 0xFE] + $0.flatMap { [$0, 0] as [UInt8] } },
      .bytes("UTF-16 without a mark", .refused("Line 1, column 2: there is a character")) {
        $0.flatMap { [$0, 0] as [UInt8] }
      },
      .bytes("line ends of Windows", .refused("Line 1 is not written the way a log is.")) { text in
        text.flatMap { $0 == 10 ? [13, 10] : [$0] as [UInt8] }
      },
      .bytes("a blank line", .refused("Line 3, column 1: it ends too early")) { $0 + [10] },
      .text(
        "a comma at the end", .refused("Line 2, column 42: there is a comma after the last item"),
        "\"note\":\"Rain again.\"", "\"note\":\"Rain again.\","),
      .text("a space", .refused("Line 2 is not written the way a log is."), "\"mood\":4", "\"mood\": 4"),
      .text(
        "names in another order", .refused("Line 2 is not written the way a log is."),
        "\"mood\":4,\"note\":\"Rain again.\"", "\"note\":\"Rain again.\",\"mood\":4"),
      .text(
        "a note of 10 MB", .refused("The log is larger than a log may be."), "Rain again.",
        String(repeating: "a", count: 10 << 20)),
      .text(
        "a note of 65 KB", .refused("Line 2, column 29: a text is too long"), "Rain again.",
        String(repeating: "a", count: (64 << 10) + 1)),
      .bytes("a line of 60 MB", .refused("The log is larger than a log may be.")) {
        $0 + [UInt8](repeating: 97, count: 60 << 20) + [10]
      },
      .bytes("ten million lines", .refused("Line 3: `id` is missing")) { text in
        var all = text
        all.reserveCapacity(text.count + 30_000_000)
        for _ in 0..<10_000_000 { all += [123, 125, 10] }
        return all
      },
      .text(
        "300,000 values in one line", .refused("The log is larger"), "\"mood\":4",
        "\"mood\":[" + String(repeating: "0,", count: 1_200_000) + "0]"),
      .text(
        "200,001 values in one line", .refused("Line 2, column"), "\"mood\":4",
        "\"mood\":[" + String(repeating: "0,", count: 200_000) + "0]"),
      .bytes("a list for a line", .refused("Line 3: `id` is missing")) { $0 + Array("[]\n".utf8) },
    ])

  static let answers = HostileGroup(
    title: "Answers",
    cases: [
      .log("off its scale", .refused("Line 2: the answer to `mood` lies outside its scale.")) {
        $0.entries = [Log.entry(1, answers: ["mood": 11])]
      },
      .log("below its scale", .refused("Line 2: the answer to `mood` lies outside its scale.")) {
        $0.entries = [Log.entry(1, answers: ["mood": -1])]
      },
      .log("words for a number", .refused("Line 2: the answer to `mood` is not of the kind")) {
        $0.entries = [Log.entry(1, answers: ["mood": "four"])]
      },
      .log("words for yes or no", .refused("Line 2: the answer to `used` is not of the kind")) {
        $0.entries = [Log.entry(1, answers: ["used": "no"])]
      },
      .log("a number for words", .refused("Line 2: the answer to `note` is not of the kind")) {
        $0.entries = [Log.entry(1, answers: ["note": 4])]
      },
      .log("words for a number in a row", .refused("Line 2: the answer to `strength` is not of the kind")) {
        $0.entries = [Log.entry(1, answers: ["strength": [["of": "sad", "answers": ["before": "much"]]]])]
      },
      .log("nothing", .refused("Line 2: `answers` is missing")) {
        $0.entries = [Log.entry(1, answers: ["mood": .null])]
      },
      .log("mixed lists", .refused("Line 2: `answers` is missing")) {
        $0.entries = [Log.entry(1, answers: ["feelings": ["sad", 4]])]
      },
      .log("a sum that is not the sum", .refused("Line 2: `rest` is not the sum of its answers.")) {
        $0.entries = [Log.entry(1, answers: ["mood": 4, "sleep": 400, "rest": 9])]
      },
      .log("a sum that is the sum", .taken) {
        $0.entries = [Log.entry(1, answers: ["mood": 4, "sleep": 400, "rest": 404])]
      },
      .log("answers in a withdrawn entry", .refused("Line 2: `answers` is missing")) {
        $0.entries = [Log.tombstone(1, revision: 2).with("answers", is: ["mood": 4])]
      },
      .log("no answers in one that stands", .refused("Line 2: `answers` is missing")) {
        $0.entries = [Log.entry(1).with("answers", is: nil)]
      },
      .log("a form that is not described", .refused("Line 2 is about a form that the log does not describe.")) {
        $0.entries = [Log.entry(1).with("form", "id", is: "moon")]
      },
      .log("a question that is not described", .taken) {
        $0.entries = [Log.entry(1, answers: ["mood": 4, "weather": "wet"])]
      },
      .log("a name that is none", .refused("Line 2: `id` is missing")) {
        $0.entries = [Log.entry(1).with("id", is: "../../etc/passwd")]
      },
      .log("a revision of zero", .refused("Line 2: `revision` is missing")) {
        $0.entries = [Log.entry(1, revision: 0)]
      },
      .log("a revision of a million and one", .refused("Line 2: `revision` is missing")) {
        $0.entries = [Log.entry(1, revision: 1_000_001)]
      },
      .log("a scale upside down", .refused("Line 1: `forms` is missing")) {
        $0.manifest = $0.manifest.with("forms", "0", "questions", "0", "range", is: ["low": 10, "high": 0])
      },
      .log("2,001 forms", .refused("Line 1: `forms` is missing")) {
        let form = $0.manifest["forms"]?.array?.first ?? .null
        $0.manifest = $0.manifest.with(
          "forms", is: .array((0...2_000).map { form.with("version", is: .number(Double($0))) }))
      },
    ])

  static let versions = HostileGroup(
    title: "Versions",
    cases: [
      .log("0.9", .refused("This log is of an older kind")) { $0.manifest = $0.manifest.with("version", is: "0.9") },
      .log("1.99 with fields that nobody knows", .taken) {
        $0.manifest = $0.manifest.with("version", is: "1.99").with("weather", is: ["wet": true])
          .with("forms", "0", "colour", is: "blue").with("forms", "0", "kind", is: "dream")
        $0.entries = [Log.entry(1).with("weather", is: "wet")]
      },
      .log("1.99 with a kind of question that nobody knows", .taken) {
        $0.manifest = $0.manifest.with("version", is: "1.99").with("forms", "0", "questions", "2", "type", is: "melody")
        $0.entries = [Log.entry(1, answers: ["note": 440])]
      },
      .log("2.0", .refused("This log was written by a newer version")) {
        $0.manifest = $0.manifest.with("version", is: "2.0")
      },
      .log("10.0", .refused("This log was written by a newer version")) {
        $0.manifest = $0.manifest.with("version", is: "10.0")
      },
      .log("1", .refused("Line 1: `version` is missing")) { $0.manifest = $0.manifest.with("version", is: "1") },
      .log("1.0.0", .refused("Line 1: `version` is missing")) {
        $0.manifest = $0.manifest.with("version", is: "1.0.0")
      },
      .log("another format", .refused("This is not a Handrail log.")) {
        $0.manifest = $0.manifest.with("format", is: "handrail-assignment")
      },
    ])
}

extension HostileCase {
  /// Bytes in place of a text.
  static func raw(_ name: String, _ verdict: Verdict, _ from: String, _ to: [UInt8]) -> HostileCase {
    bytes(name, verdict) { text in
      let place = try #require(text.firstRange(of: Array(from.utf8)))
      return text[..<place.lowerBound] + to + text[place.upperBound...]
    }
  }
}
