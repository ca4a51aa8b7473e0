import Forms
import Journal
import Testing

@testable import Vault

@Suite struct TrendReadingTests {
  let journal: TestJournal

  init() throws {
    journal = try TestJournal()
    try journal.add(.mood, ["mood": .number(4), "slept": .number(400)], day: "2026-11-18")
    try journal.add(.mood, ["mood": .number(7)], day: "2026-11-18")
    try journal.add(.mood, ["mood": .number(5)], day: "2026-11-20")
    let strengths = [EachAnswer(of: "fear", answers: ["before": .number(30)])]
    try journal.add(.feelings, ["feel": .items(["fear"]), "strength": .each(strengths)], day: "2026-11-19")
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test func `A day's numbers are their mean, over one source or several, in a range of days`() throws {
    let mood = NumberSource("mood", "mood"), before = NumberSource("feelings", "strength.before")
    let all = try journal.store.daily([mood])
    #expect(all == [DayValue(try day("2026-11-18"), 5.5, count: 2), DayValue(try day("2026-11-20"), 5)])
    let range = try day("2026-11-19")...day("2026-11-20")
    #expect(try journal.store.daily([mood], in: range) == [DayValue(try day("2026-11-20"), 5)])
    #expect(try journal.store.daily([mood, before], in: range).map(\.value) == [30, 5])
    #expect(try journal.store.daily([]) == [])
    #expect(try journal.store.firstDayWithNumbers() == day("2026-11-18"))
    #expect(try journal.store.firstDayWithNumbers([before]) == day("2026-11-19"))
    #expect(try journal.store.firstDayWithNumbers([NumberSource("x", "y")]) == nil)
  }

  @Test func `It is known on how many days each variable has a number`() throws {
    let days = try journal.store.daysWithNumbers()
    #expect(days[NumberSource("mood", "mood")] == 2)
    #expect(days[NumberSource("mood", "slept")] == 1)
    #expect(days[NumberSource("feelings", "load")] == 1)
    let last = try day("2026-11-20")
    #expect(try journal.store.daysWithNumbers(in: last...last) == [NumberSource("mood", "mood"): 1])
    #expect(try journal.store.newestForms(["mood", "gone"]) == [.mood])
  }

  @Test func `Numbers by part of the day leave out what has no part, and withdrawn entries`() throws {
    var late = try journal.entry(.mood, ["mood": .number(1)], day: "2026-11-17")
    late.part = nil
    try journal.store.add(late, form: .mood)
    let gone = try journal.add(.mood, ["mood": .number(9)])
    try journal.store.withdraw(gone.id, at: journal.moment())
    let range = try day("2026-11-01")...day("2026-11-20")
    #expect(try journal.store.byPart([NumberSource("mood", "mood")], in: range) == [.evening: [4, 7, 5]])
  }

  @Test func `Answers of a choice are read as what they stand for, the highest of the day`() throws {
    let form = Form.small("log", Question("use", .choice(Choices([.init("none", "None"), .init("some", "Some")]))))
    for (code, day) in [("none", "2026-11-18"), ("some", "2026-11-18"), ("none", "2026-11-19"), ("shy", "2026-11-20")] {
      try journal.add(form, ["use": .text(code)], day: day)
    }
    let source = ChoiceSource("log", "use", ["none": 0, "some": 1])
    #expect(
      try journal.store.daily(choice: [source])
        == [DayValue(try day("2026-11-18"), 1, count: 2), DayValue(try day("2026-11-19"), 0)])
    #expect(try journal.store.daily(choice: [ChoiceSource("log", "it's \"odd\"", [:])]) == [])
  }
}
