import Forms
import Testing

@testable import Journal

@Suite struct WeekSummaryTests {
  /// Saturday, 2026-11-14, to Friday, 2026-11-20.
  private static let first = Day(daysSince1970: 20_771)
  private static let days = first...first.adding(days: 6)

  /// The entry of number `number` of a day of the week, from 0.
  private func item(
    _ form: String, _ day: Int, _ number: Int, _ answers: [String: Answer], title: String = "", practice: Bool = false,
    pairs: [RatedPair] = [], names: [String: String] = [:]
  ) -> WeekRecords.Item {
    WeekRecords.Item(
      entry: Entry(
        id: id(number), form: FormStamp(id: form, version: 1, wording: ""), day: Self.first.adding(days: day),
        recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers),
      title: title, isPractice: practice, pairs: pairs, names: names)
  }

  private func id(_ number: Int) -> ULID {
    ULID(milliseconds: 0, random: [0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number)])
  }

  private func source(_ day: Int, _ number: Int) -> Source { Source(id(number), Self.first.adding(days: day)) }

  /// `text <- 1, 2`: the sentence, and the numbers of the entries behind it.
  private func told(_ records: WeekRecords) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: (0..<200).map { (id($0), $0) })
    return WeekSummary(records).sentences.map { sentence in
      "\(sentence.section.rawValue): \(sentence.text) <- "
        + sentence.sources.map { String(names[$0.entry] ?? -1) }.joined(separator: ", ")
    }
  }

  private func mood(_ day: Int, _ number: Int, _ mood: Double, urges: Double? = nil) -> WeekRecords.Item {
    item("mood", day, number, ["mood": .number(mood)].merging(urges.map { ["urges": .number($0)] } ?? [:]) { $1 })
  }

  @Test func `An empty week is empty, and that is all`() {
    #expect(
      told(WeekRecords(days: Self.days)) == ["practice: Nothing is noted for these days, and that is all it means. <- "]
    )
  }

  @Test func `A week in whole sentences, each with the entries it comes from`() {
    let pair = RatedPair(form: "stop", rated: .distress, before: "before", after: "after")
    var records = WeekRecords(days: Self.days)
    records.items = [
      mood(0, 1, 4, urges: 2),
      item(
        "stop", 0, 2, ["before": .number(70), "after": .number(40)], title: "STOP", practice: true, pairs: [pair]),
      mood(1, 3, 3, urges: 0), mood(1, 4, 6), mood(3, 5, 7, urges: 6),
      item("stop", 3, 6, ["before": .number(50), "after": .number(55)], title: "STOP", practice: true, pairs: [pair]),
      item("observe", 4, 7, [:], title: "Observe", practice: true), mood(5, 8, 5),
      item("homework-done", 5, 9, ["went": .text("part")]),
      item("goal", 5, 10, ["goal": .text("Open letters"), "state": .text("reached")]),
      item("signs-check", 6, 11, ["colour": .text("yellow")]),
      item("group-bring", 6, 12, ["share": .text("I stayed\nin the queue")]),
    ]
    records.moodBefore = (0..<10).map { SourcedNumber(source: source(-1 - $0, 20 + $0), value: 5) }
    records.urgesBefore = [SourcedNumber(source: source(-2, 40), value: 1)]
    records.goals = [.init("Cook at home", source(-9, 50))]
    records.homework = [.init("Walk, by Tuesday", source(-3, 51))]
    #expect(
      told(records) == [
        "practice: You practised 3 times: STOP (2), Observe (1). <- 2, 6, 7",
        "mood: Mood: noted on 4 days, from 3 to 7, 5.1 on average. <- 1, 3, 4, 5, 8",
        "mood: In the four weeks before it was 5.0 on average, on 10 days. <- 20, 21, 22, 23, 24, 25, 26, 27, 28, 29",
        "mood: The strongest urge: noted on 3 days, from 0 to 6, 2.7 on average. <- 1, 3, 5",
        "mood: That is too few days to set beside the four weeks before (1 day). <- 1, 3, 5, 40",
        "lists: Goal, reached: Open letters. <- 10", "lists: Goal, open: Cook at home. <- 50",
        "lists: Homework you told about: 1 in part. <- 9", "lists: Homework, open: Walk, by Tuesday. <- 51",
        "stood-out: Mood was lowest on Sunday (3) and highest on Tuesday (7). <- 3, 5",
        "stood-out: Distress changed most with STOP on Saturday: from 70 to 40. <- 2",
        "stood-out: Your signs check said yellow on Friday. <- 11",
        "session: To tell in group: I stayed in the queue <- 12",
      ])
  }

  @Test func `What was used or acted on is named only where it was noted, and nothing is learnt from it`() {
    let pair = RatedPair(form: "urge-log", rated: .urge, before: "before", after: "after")
    var records = WeekRecords(days: Self.days)
    let rated: [String: Answer] = ["before": .number(90), "after": .number(10)]
    records.items = [
      item("mood", 0, 1, ["mood": .number(5), "use": .text("some"), "acted": .text("did")]),
      item("urge-log", 1, 2, rated.merging(["acted": .yesNo(true)]) { $1 }, title: "Urge log", pairs: [pair]),
      item(
        "diary-card", 2, 3, ["urge-t7": .number(4), "acted-t7": .yesNo(true), "did-t8": .yesNo(true)],
        names: ["urge-t7": "to drink", "acted-t7": "to drink", "did-t8": "Staying in bed"]),
    ]
    #expect(
      told(records) == [
        "practice: No exercise is noted for these days. <- ",
        "mood: Mood: noted on 1 day, at 5. <- 1",
        "mood: That is too few days to set beside the four weeks before (0 days). <- 1",
        "mood: Urge \"to drink\" on the diary card: 1 day, at 4 of 5. <- 3",
        "noted: Acting on an urge is noted for Saturday and Sunday. <- 1, 2",
        "noted: Acting on the urge \"to drink\" is noted for Monday. <- 3",
        "noted: Staying in bed is noted for Monday. <- 3", "noted: Use is noted for Saturday. <- 1",
      ])
  }

  @Test func `Without any such answer not a word is said about use`() {
    var records = WeekRecords(days: Self.days)
    records.items = [item("mood", 0, 1, ["mood": .number(5), "use": .text("none"), "acted": .text("did-not")])]
    #expect(!told(records).contains { $0.hasPrefix("noted") })
  }

  @Test func `No sentence calls anything better, worse, good or bad`() {
    var records = WeekRecords(days: Self.days)
    records.items = (0..<7).map { mood($0, $0, Double($0 + 2), urges: Double($0)) }
    records.moodBefore = (0..<20).map { SourcedNumber(source: source(-1 - $0, 20 + $0), value: 2) }
    let words = told(records).joined(separator: " ").lowercased()
    for word in ["better", "worse", "good", "bad", "improve", "well done", "only", "failed", "!"] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test func `The same number each day needs no average`() {
    var records = WeekRecords(days: Self.days)
    records.items = [mood(1, 1, 5), mood(2, 2, 5)]
    #expect(told(records)[1] == "mood: Mood: noted on 2 days, at 5. <- 1, 2")
  }

  @Test func `The widest range within one day is told as one`() {
    var records = WeekRecords(days: Self.days)
    records.items = [mood(2, 1, 2), mood(2, 2, 8)]
    #expect(told(records).contains("stood-out: Mood was as low as 2 and as high as 8 on Monday. <- 1, 2"))
  }

  @Test func `Feelings are rated by their means, over those rated both times`() {
    let pair = RatedPair(form: "t", rated: .feelings, before: "strength.before", after: "again.after")
    func rows(_ question: String, _ values: [(String, Double)]) -> Answer {
      .each(values.map { EachAnswer(of: $0.0, answers: [question: .number($0.1)]) })
    }
    let change = pair.change(in: [
      "strength": rows("before", [("sad", 80), ("afraid", 60), ("tired", 10)]),
      "again": rows("after", [("sad", 40), ("afraid", 60)]),
    ])
    #expect(change?.before == 70 && change?.after == 50)
    #expect(pair.change(in: [:]) == nil)
  }
}
