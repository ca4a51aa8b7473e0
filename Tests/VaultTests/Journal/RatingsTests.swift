import Forms
import Journal
import Testing

@testable import Vault

/// What summaries read out of a real journal.
@Suite struct RatingsTests {
  let journal: TestJournal

  init() throws { journal = try TestJournal() }

  private static func scale(_ id: String, _ code: String? = nil) -> Question {
    Question(
      id, .scale(low: 0, high: 100, lowWords: "none", highWords: "most"), optional: true,
      code: code.map { Code(system: "handrail", code: $0) })
  }

  private static func exercise(_ id: String, gate: Form.Gate? = nil, _ more: Question...) -> Form {
    Form(
      id: id, version: 1, title: "The \(id)", kind: .exercise, summary: "", gate: gate,
      questions: [scale("calm", "distress-before")] + more + [scale("later", "distress-after")])
  }

  private func changes(inDetail: Bool = false) throws -> [String] {
    let forms = try journal.store.ratedForms()
    return try journal.store.ratedTries(of: forms, inDetail: inDetail).map { one in
      let more = [one.part?.rawValue, one.feeling].compactMap { $0 }.map { ", \($0)" }.joined()
      return "\(one.form) \(one.rated) \(one.day.iso) \(Form.plain(one.before)) to \(Form.plain(one.after))\(more)"
    }
  }

  @Test func `A try is told with both its ratings, whatever the questions are called`() throws {
    let feeling = Question("feeling", .choice(Choices([.init("fear", "Afraid")])), optional: true)
    let stop = Self.exercise("stop", feeling)
    try journal.add(stop, ["calm": .number(70), "later": .number(40), "feeling": .text("fear")], day: "2026-11-02")
    try journal.add(stop, ["calm": .number(50), "later": .number(60)], day: "2026-11-01")
    try journal.add(stop, ["calm": .number(50)])
    #expect(try changes() == ["stop distress 2026-11-01 50 to 60", "stop distress 2026-11-02 70 to 40"])
    #expect(
      try changes(inDetail: true) == [
        "stop distress 2026-11-01 50 to 60, evening", "stop distress 2026-11-02 70 to 40, evening, fear",
      ])
    #expect(try journal.store.ratedForms()["stop"]?.title == "The stop")
  }

  @Test func `Feelings of a thought record are told by their mean, over those rated both times`() throws {
    let record = Form(
      id: "record", version: 1, title: "Record", kind: .exercise, summary: "",
      questions: [
        Question("feel", .list), Question("strength", .each(of: "feel", [Self.scale("before")])),
        Question("again", .each(of: "feel", [Self.scale("after")])),
      ], scores: [Score(id: "relief", label: "Relief", sum: ["strength.before"], minus: ["again.after"])])
    func rows(_ question: String, _ values: (String, Double)...) -> Answer {
      .each(values.map { EachAnswer(of: $0.0, answers: [question: .number($0.1)]) })
    }
    try journal.add(
      record,
      [
        "feel": .items(["sad", "afraid", "tired"]),
        "strength": rows("before", ("sad", 80), ("afraid", 60), ("tired", 5)),
        "again": rows("after", ("sad", 40), ("afraid", 60)),
      ])
    #expect(try changes() == ["record feelings 2026-11-20 70 to 50"])
  }

  @Test func `An entry in which something was used or acted on is left out whole`() throws {
    let acted = Question("acted", .yesNo, optional: true)
    let log = Self.exercise("urge-log", acted)
    for (day, answer) in [("2026-11-01", Answer.yesNo(true)), ("2026-11-02", .yesNo(false))] {
      try journal.add(log, ["calm": .number(90), "later": .number(10), "acted": answer], day: day)
    }
    try journal.add(log, ["calm": .number(90), "later": .number(20)], day: "2026-11-03")
    let use = Question("use", .choice(Choices([.init("none", "None"), .init("some", "Some")])), optional: true)
    let own = Self.exercise("own", Question("inside", .group([use])))
    for (day, answer) in [("2026-11-04", "some"), ("2026-11-05", "none")] {
      try journal.add(
        own, ["calm": .number(90), "later": .number(30), "inside": .group(["use": .text(answer)])], day: day)
    }
    try journal.add(Self.exercise("chain", gate: .safeNow), ["calm": .number(90), "later": .number(0)])
    try journal.add(Self.exercise("ladder", gate: .agreed), ["calm": .number(90), "later": .number(0)])
    #expect(
      try changes() == [
        "own distress 2026-11-05 90 to 30", "urge-log distress 2026-11-02 90 to 10",
        "urge-log distress 2026-11-03 90 to 20",
      ])
  }

  @Test func `Edits and withdrawals are followed`() throws {
    let stop = Self.exercise("stop", Question("acted", .yesNo, optional: true))
    var entry = try journal.add(stop, ["calm": .number(70), "later": .number(40)])
    entry.answers["later"] = .number(50)
    try journal.store.revise(entry, form: stop)
    #expect(try changes() == ["stop distress 2026-11-20 70 to 50"])
    entry.answers["acted"] = .yesNo(true)
    try journal.store.revise(entry, form: stop)
    #expect(try changes() == [])
    try journal.store.withdraw(entry.id, at: journal.moment())
    #expect(try changes() == [])
  }

  @Test func `A form that was worded anew keeps the tries of both wordings`() throws {
    try journal.add(Self.exercise("stop"), ["calm": .number(70), "later": .number(40)], day: "2026-11-01")
    var second = Self.exercise("stop")
    second.version = 2
    second.title = "Stop, again"
    second.questions = [Self.scale("start", "distress-before"), Self.scale("end", "distress-after")]
    try journal.add(second, ["start": .number(60), "end": .number(20)], day: "2026-11-02")
    #expect(try Set(changes()) == ["stop distress 2026-11-01 70 to 40", "stop distress 2026-11-02 60 to 20"])
    #expect(try journal.store.ratedForms()["stop"]?.title == "Stop, again")
  }

  @Test func `Days are read with mood, night, movement, company and practice, and with those that are left out`() throws
  {
    func yes(_ id: String) -> Question { Question(id, .yesNo, optional: true) }
    let some = Choices([.init("none", "None"), .init("some", "Some")])
    let mood = Form(
      id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
      questions: [
        Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: "")),
        Question("sleep", .duration, optional: true), yes("moved"), yes("company"),
        Question("use", .choice(some), optional: true),
      ])
    let card = Form.small(
      "diary-card", yes("acted-t7"), yes("did-t8"), Question("sleep", .duration, optional: true))
    try journal.add(mood, ["mood": .number(4), "sleep": .number(400), "moved": .yesNo(false)], day: "2026-11-01")
    try journal.add(mood, ["mood": .number(7), "moved": .yesNo(true), "company": .yesNo(false)], day: "2026-11-01")
    try journal.add(mood, ["mood": .number(5), "use": .text("some")], day: "2026-11-02")
    try journal.add(mood, ["mood": .number(6), "use": .text("none")], day: "2026-11-03")
    try journal.add(card, ["acted-t7": .yesNo(true), "sleep": .number(300)], day: "2026-11-04")
    try journal.add(card, ["acted-t7": .yesNo(false), "did-t8": .yesNo(true)], day: "2026-11-05")
    try journal.add(card, ["acted-t7": .yesNo(false), "did-t8": .yesNo(false)], day: "2026-11-06")
    try journal.add(Self.exercise("stop"), ["calm": .number(5)], day: "2026-11-03")
    try journal.add(Self.exercise("chain", gate: .safeNow), ["calm": .number(5)], day: "2026-11-06")
    var expected = Beside.Days()
    let first = try #require(Day(iso: "2026-11-01")).daysSince1970
    expected.mood = [first: 5.5, first + 1: 5, first + 2: 6]
    expected.sleep = [first: 400, first + 3: 300]
    expected.movement = [first: true]
    expected.company = [first: false]
    expected.practice = [first + 2]
    expected.leftOut = [first + 1, first + 3, first + 4]
    #expect(try journal.store.besideDays() == expected)
  }

  @Test func `Thought records are read with the last belief of their second look`() throws {
    let record = Form.small(
      "thought-record-7", Question("thoughts", .list), Question("hot", .text, optional: true), Question("traps", .list),
      Self.scale("belief-before"), Self.scale("belief-after"))
    let short = Form.small("thought-record-5", Question("thought", .text))
    let again = Form.small("look-again", Self.scale("belief-now"))
    let first = try journal.add(
      record,
      [
        "thoughts": .items(["a \"quoted\" one", "b"]), "hot": .text("b"), "traps": .items(["mind-reading"]),
        "belief-before": .number(80), "belief-after": .number(50),
      ], day: "2026-11-01")
    try journal.add(record, ["thoughts": .items(["a \"quoted\" one"])], day: "2026-11-02")
    try journal.add(short, ["thought": .text("one\ntwo")], day: "2026-11-03")
    for (belief, day) in [(40.0, "2026-11-06"), (30, "2026-11-09")] {
      var look = try journal.entry(again, ["belief-now": .number(belief)], day: day)
      look.links = [Link(name: "looks-again", entry: first.id)]
      try journal.store.add(look, form: again)
    }
    let records = try journal.store.thoughtRecords()
    #expect(
      records.map { "\($0.day.iso) \($0.thought) \($0.traps ?? ["not asked"])" } == [
        "2026-11-01 b [\"mind-reading\"]", "2026-11-02 a \"quoted\" one []", "2026-11-03 one\ntwo [\"not asked\"]",
      ])
    #expect(records[0].before == 80 && records[0].after == 50 && records[0].later == 30)
    #expect(records[0].entry == first.id.short && records[1].later == nil)
  }
}
