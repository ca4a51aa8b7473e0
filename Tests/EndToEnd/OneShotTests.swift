import Glibc
import PtyDriver
import Testing

@Suite struct OneShotTests {
  @Test func `A mood is kept for the day it is about`() throws {
    let place = try Place()
    try place.makeJournal()
    let days = [
      "today": "Saved.", "yesterday": "Saved for yesterday.", "mon": "Saved", "2020-02-29": "Saved for 29 Feb 2020.",
    ]
    for (day, sentence) in days {
      let kept = try place.run(["mood", "6", "--day", day])
      #expect(kept.code == 0 && kept.out.hasPrefix(sentence), "\(day): \(kept)")
    }
    for day in ["2020-02-30", "someday", "tomorrow", "2999-01-01"] {
      let refused = try place.run(["mood", "6", "--day", day])
      #expect(refused.code == 64 && refused.out == "", "\(day): \(refused)")
    }
    let list = try place.run(["review", "mood"])
    #expect(list.out.hasSuffix("4 entries. `review` and its four letters show one.\n"))
    #expect(try place.run(["review", "mood", "--day", "2020-02-29"]).out.contains("1 entry."))
    #expect(try place.run(["review", "--from", "2020-01-01", "--to", "2020-12-31"]).out.contains("1 entry."))
  }

  @Test func `An entry as JSON has every key of the log, and nothing that is not asked is read from stdin`() throws {
    let place = try Place()
    try place.makeJournal()
    let note = "said \"no\", \\ and 🙂\n"
    #expect(try place.run(["mood", "10", "--note", "--day", "2020-01-02"], input: note).code == 0)
    #expect(try place.run(["mood", "0", "--day", "2020-01-01"], input: "quit\n").code == 0)
    let review = try place.run(["review", "--json"])
    #expect(review.code == 0)
    let settled = review.out
      .replacing(#/"id":"[0-9A-HJKMNP-TV-Z]{26}"/#) { _ in "ID" }
      .replacing(#/"recordedAt":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"/#) { _ in "TIME" }
    func entry(_ answers: String, _ day: String) -> String {
      #"{"answers":{\#(answers)},"effectiveDate":"\#(day)","form":{"id":"mood","version":2},ID,"links":[],TIME,"#
        + #""redacted":[],"revision":1,"share":"full","status":"active","zone":"UTC"}"#
    }
    #expect(
      settled == #"{"entries":["#
        + entry(#""mood":10,"more":true,"note":"said \"no\", \\ and 🙂""#, "2020-01-02") + ","
        + entry(#""mood":0"#, "2020-01-01") + "]}\n")
    #expect(try place.run(["review", "--json", "--day", "2020-01-03"]).out == "{\"entries\":[]}\n")
    #expect(try place.run(["review", "--json"]).out == review.out)
  }

  @Test func `Words about a person on the command line are refused, and nothing is kept of them`() throws {
    let place = try Place()
    try place.makeJournal()
    for arguments in [["mood", "6", "slept", "badly"], ["review", "--search", "badly"], ["review", "mood", "badly"]] {
      let refused = try place.run(arguments)
      #expect(refused.code == 64 && refused.out == "", "\(arguments): \(refused)")
    }
    #expect(try place.run(["review"]).out == "Nothing is in your journal yet.\n")
    #expect(try place.run(["mood", "6", "--note"], input: "slept badly\n").code == 0)
    #expect(try place.run(["review", "--search"], input: "badly\n").out.contains("1 entry."))
    #expect(try place.run(["review", "last"]).out.contains("slept badly"))
    #expect(try place.run(["review", "--search"], input: "well\n").out.hasPrefix("Nothing found."))
  }

  static let exitCodes: [([String], Int32)] = [
    (["mood", "11"], 64), (["mood", "-1"], 64), (["mood", "5.5"], 64), (["mood", "six"], 64), (["frobnicate"], 64),
    (["mood", "6", "--frobnicate"], 64), (["vault"], 64), (["content"], 64), (["help", "nothing"], 64),
    (["vault", "init", "--argon-passes", "1"], 64), (["vault", "init", "--region", "usa"], 64),
    (["learn", "no-such-page"], 66), (["mood", "6"], 66), (["review"], 66), (["vault", "info"], 66),
    (["content", "check", "/nonexistent"], 66), (["help"], 0), (["help", "mood"], 0), (["mood", "--help"], 0),
    (["--version"], 0), (["learn", "--list"], 0), (["learn", "riding-an-urge"], 0), (["content", "check"], 0),
    (["crisis"], 0),
  ]

  @Test(arguments: exitCodes)
  func `Without a journal the exit code of`(arguments: [String], code: Int32) throws {
    let place = try Place()
    let outcome = try place.run(arguments)
    #expect(outcome.code == code, "\(outcome)")
    #expect((outcome.out == "") == (code != 0), "\(outcome)")
    #expect(code == 0 || outcome.err != "")
    #expect(Tree.files(in: place.home) == [])
  }

  @Test func `What was withdrawn is out of the list, and comes back`() throws {
    let place = try Place()
    try place.makeJournal()
    #expect(try place.run(["mood", "6"]).code == 0)
    #expect(try place.run(["delete", "last"]).out.hasPrefix("Deleted: Mood, today."))
    #expect(try place.run(["review"]).out == "Nothing is in your journal yet.\n")
    #expect(try place.run(["undo"]).out == "Back again: Mood, today.\n")
    #expect(try place.run(["review"]).out.contains("6 of 10"))
    #expect(try place.run(["review", "zzzz"]).code == 66)
  }
}
