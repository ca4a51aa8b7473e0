import Forms
import Testing

@testable import Journal

@Suite struct ReportTests {
  private let last = Day(daysSince1970: 20_777)
  private let mood = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [
      Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: "")),
      Question("urges", .scale(low: 0, high: 10, lowWords: "", highWords: "")),
      Question("acted", .choice(Choices([.init("did", "Yes"), .init("did-not", "No")]))),
      Question("sleep", .duration), Question("medication", .choice(Choices([.init("taken", "Taken")]))),
    ])
  private let item: Form = {
    var asks = Question("i", .choice(Choices([.init("0", "x", weight: 0), .init("1", "y", weight: 1)])))
    asks.selfHarm = true
    return Form(
      id: "q", version: 1, title: "Nine questions", kind: .measure, summary: "",
      questions: [Question("a", .choice(Choices([.init("0", "x", weight: 0), .init("3", "y", weight: 3)]))), asks],
      scores: [Score(id: "total", label: "Total", sum: ["a", "i"])])
  }()

  private func entry(
    _ form: Form, _ ago: Int, _ answers: [String: Answer], _ letter: Character = "0", links: [Link] = []
  ) throws -> Answered {
    let id = try #require(ULID("01KAFZ8YTRZW00402081G60S" + String(format(ago)) + String(letter)))
    return Answered(
      entry: Entry(
        id: id, form: FormStamp(id: form.id, version: 1, wording: form.id), day: last.adding(days: -ago),
        recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers, links: links), form: form)
  }

  private func format(_ ago: Int) -> Character { Array("0123456789ABCDEFGHJKMNPQRS")[ago] }

  private func report(_ entries: [Answered], withheld: Set<ReadFirst.Subject> = []) -> Report {
    Report(entries, days: last.adding(days: -27)...last, withheld: withheld)
  }

  private func states(_ report: Report) -> [ReadFirst.State] { report.readFirst.map(\.state) }

  @Test func `With nothing at all, every flag says that it was not asked`() {
    let empty = report([])
    #expect(states(empty) == Array(repeating: .notAsked, count: 6))
    #expect(empty.logged == 0 && empty.length == 28 && empty.numbers.isEmpty)
  }

  @Test func `A flag is reported with its days, none reported, or not shared`() throws {
    let found = report(
      [
        try entry(mood, 3, ["urges": .number(7), "acted": .text("did-not")]),
        try entry(mood, 1, ["urges": .number(9)]), try entry(mood, 1, ["urges": .number(8)], "1"),
        try entry(item, 2, ["i": .text("1")]),
      ], withheld: [.doses, .redDays])
    #expect(
      states(found) == [
        .reported([last.adding(days: -2)]), .reported([last.adding(days: -3), last.adding(days: -1)]), .noneReported,
        .notShared, .notShared, .notAsked,
      ])
  }

  @Test func `An item left open, and an answer that tells nothing, are not taken for a no`() throws {
    #expect(
      states(report([try entry(item, 2, ["a": .text("3")]), try entry(mood, 1, ["acted": .text("prefer-not")])]))
        == Array(repeating: .notAsked, count: 6))
  }

  @Test func `Numbers are means of days, over the last week and the last two`() throws {
    let found = report([
      try entry(mood, 0, ["mood": .number(2), "sleep": .number(480)]), try entry(mood, 0, ["mood": .number(4)], "1"),
      try entry(mood, 6, ["mood": .number(6)]), try entry(mood, 13, ["mood": .number(9), "urges": .number(1)]),
      try entry(mood, 14, ["mood": .number(0)]),
    ])
    typealias Span = Report.Number.Span
    #expect(found.numbers.map(\.title) == ["Mood", "Strongest urge", "Sleep"])
    #expect(found.numbers[0].week == Span(days: 7, mean: 4.5, low: 3, high: 6, noted: 2))
    #expect(found.numbers[0].fortnight == Span(days: 14, mean: 6, low: 3, high: 9, noted: 3))
    #expect(found.numbers[1].week == nil)
    #expect(found.numbers[2].week == Span(days: 7, mean: 8, low: 8, high: 8, noted: 1))
    #expect(found.numbers[2].unit == "h")
    #expect(found.logged == 4 && found.entries == 5)
  }

  @Test func `A score with an open question says how many are missing`() throws {
    let found = report([
      try entry(item, 9, ["a": .text("3"), "i": .text("0")]), try entry(item, 2, ["a": .text("3")]),
    ])
    let measure = Report.Measure(
      title: "Nine questions", label: "Total", reach: 0...4,
      points: [(last.adding(days: -9), 3, 0), (last.adding(days: -2), 3, 1)])
    #expect(found.measures == [measure])
  }

  @Test func `A page to talk about stands until it was talked about`() throws {
    func mark(_ page: String, _ title: String) -> Form {
      Form(
        id: "module-mark", version: 1, title: "Reading", kind: .log, summary: "",
        questions: [Question("module", .choice(Choices([.init(page, title)]))), Question("mark", .text)])
    }
    let found = report([
      try entry(mark("sleep", "Sleep"), 5, ["module": .text("sleep"), "mark": .text("talk")]),
      try entry(mark("grief", "Grief"), 4, ["module": .text("grief"), "mark": .text("talk")]),
      try entry(mark("anger", "Anger"), 4, ["module": .text("anger"), "mark": .text("seen")], "1"),
      try entry(mark("grief", "Grief"), 2, ["module": .text("grief"), "mark": .text("talked")]),
      try entry(mark("sleep", "Sleep"), 1, ["module": .text("sleep"), "mark": .text("seen")]),
    ])
    #expect(found.pages == ["Sleep"])
  }

  @Test func `Homework stands with what came of it, and skills with tries and ratings`() throws {
    let homework = Form(
      id: "homework", version: 1, title: "Homework", kind: .log, summary: "", questions: [Question("what", .text)])
    let done = Form(
      id: "homework-done", version: 1, title: "How it went", kind: .log, summary: "",
      questions: [Question("went", .choice(Choices([.init("part", "A part of it")])))])
    let stop = Form(
      id: "stop", version: 1, title: "STOP", kind: .exercise, summary: "",
      questions: [Question("before", .number(low: 0, high: 100, whole: true))])
    let given = try entry(homework, 5, ["what": .text("Walk")])
    let found = report([
      given, try entry(homework, 4, [:]),
      try entry(done, 1, ["went": .text("part")], links: [Link(name: "done", entry: given.entry.id)]),
      try entry(stop, 3, ["before": .number(60), "after": .number(40)]),
      try entry(stop, 2, ["before": .number(50), "after": .number(50)]), try entry(stop, 1, ["before": .number(9)]),
    ])
    #expect(
      found.homework == [
        .init(day: last.adding(days: -5), what: "Walk", outcome: "A part of it"),
        .init(day: last.adding(days: -4), what: nil, outcome: "open"),
      ])
    #expect(found.practice == [.init(title: "STOP", tries: 3, rated: 2, lower: 1, change: 10)])
  }

  @Test func `A short time is told beside the two weeks before it, and a session yesterday hides no report`() throws {
    let found = Report(
      [try entry(mood, 0, ["mood": .number(4)])], days: last.adding(days: -1)...last,
      earlier: [
        try entry(mood, 3, ["mood": .number(8), "urges": .number(9)]),
        try entry(mood, 15, ["urges": .number(9)]), try entry(item, 20, ["a": .text("3"), "i": .text("0")]),
      ])
    #expect(found.span == last.adding(days: -13)...last)
    #expect(states(found)[1] == .reported([last.adding(days: -3)]))
    #expect(found.numbers.map(\.title) == ["Mood", "Strongest urge"])
    #expect(found.numbers[0].fortnight == .init(days: 14, mean: 6, low: 4, high: 8, noted: 2))
    #expect(found.measures.map(\.points.count) == [1])
    #expect(found.logged == 1 && found.entries == 1 && found.gaps.isEmpty)
  }

  @Test func `What files disagree about is read first, and counted in no number`() throws {
    let found = Report(
      [try entry(mood, 1, ["mood": .number(4)])], days: last.adding(days: -6)...last,
      disputed: [
        try entry(mood, 2, ["mood": .number(9), "urges": .number(2)]),
        try entry(mood, 2, ["mood": .number(0), "urges": .number(9)]),
      ])
    #expect(states(found)[1] == .reported([last.adding(days: -2)]))
    #expect(found.numbers[0].week == .init(days: 7, mean: 4, low: 4, high: 4, noted: 1))
    #expect(found.disputed.map(\.title) == ["Mood"] && found.logged == 2 && found.entries == 2)
    #expect(found.gaps == [last.adding(days: -6)...last.adding(days: -3)])
  }

  @Test func `What is not shared any more is not told as a no from before`() throws {
    let before = try entry(mood, 2, ["urges": .number(1)])
    #expect(states(report([before], withheld: [.highUrges]))[1] == .notShared)
    #expect(states(report([before]))[1] == .noneReported)
  }

  @Test func `Each line of a report leads to its entries`() throws {
    let all = [
      try entry(mood, 0, ["mood": .number(4)]), try entry(mood, 1, ["urges": .number(9)]),
      try entry(mood, 2, ["urges": .number(1)]), try entry(item, 3, ["a": .text("3"), "i": .text("0")]),
    ]
    func days(_ words: String) -> [Int] {
      let topic = ReportTopic(words: words, among: ReportTopic.all(in: all))
      return topic.map { $0.entries(in: all).map { last.daysSince1970 - $0.entry.day.daysSince1970 } } ?? [-1]
    }
    #expect(days("mood") == [0] && days("strongest urge") == [1, 2] && days("strong urges") == [1])
    #expect(days("nine") == [3] && days("self-harm") == [3] && days("medication").isEmpty && days("weather") == [-1])
  }
}
