import Forms
import Testing

@testable import Journal

@Suite struct TrendTests {
  /// Friday.
  private let today = Day(daysSince1970: 20_777)
  private let mood = Quantity(name: "Mood", low: 0, high: 10, lowWords: "very low", highWords: "very good")

  /// Values by how many days ago.
  private func trend(_ values: [Int: Double], days: Int = 28, count: Int = 1) -> Trend {
    Trend(
      values.map { DayValue(today.adding(days: -$0.key), $0.value, count: count) },
      over: today.adding(days: 1 - days)...today)
  }

  private func text(_ values: [Int: Double], days: Int = 28, count: Int = 1) -> String {
    TrendSentence(mood, trend(values, days: days, count: count)).text
  }

  @Test func `A sentence says how many days, between what, most often what, and the last two weeks`() {
    var values: [Int: Double] = [0: 5, 1: 6, 2: 4, 5: 5.5, 8: 4, 9: 5, 12: 5]
    for ago in 14..<28 { values[ago] = ago % 3 == 0 ? 4 : 6 }
    values[20] = 2
    values[21] = 8
    #expect(
      text(values)
        == "Mood, 21 of 28 days: between 2 and 8, most often 4 to 6; in the last week it was 5.1 on average, "
        + "in the week before 4.7.")
  }

  @Test func `Few numbers are said to be few, and nothing is made of them`() {
    #expect(text([:]) == "Mood: nothing was noted in these 28 days.")
    #expect(text([3: 4]) == "Mood: 1 of 28 days has a number: too few to see a pattern.")
    #expect(text([3: 4, 4: 1, 5: 1, 6: 9], days: 30) == "Mood: 4 of 30 days have a number: too few to see a pattern.")
    #expect(text([3: 4, 4: 1, 5: 1, 6: 9, 7: 3]) == "Mood, 5 of 28 days: between 1 and 9, most often 1 to 4.")
  }

  @Test func `Equal numbers are not a range`() {
    #expect(text([0: 5, 1: 5, 2: 5, 3: 5, 4: 5], days: 7) == "Mood, 5 of 7 days: 5 each time.")
    #expect(
      text([0: 5, 1: 5, 2: 5, 3: 5, 4: 6], days: 7) == "Mood, 5 of 7 days: between 5 and 6, most often around 5.")
  }

  @Test func `Several numbers a day, weeks, and units are told`() {
    let many = text(Dictionary((0..<370).map { ($0, 5.0) }) { $1 }, days: 365, count: 2)
    #expect(
      many
        == "Mood, 365 of 365 days: 5 each time; in the last week it was 5 on average, in the week before 5. "
        + "Where a day has several numbers, their mean counts. "
        + "Each point is the mean of a week, Monday to Sunday, from 3 to 7 days.")
    let sleep = TrendSentence(
      Quantity(name: "Sleep", unit: "hours"), trend([0: 6, 1: 7.25, 2: 8, 3: 5, 4: 5], days: 7))
    #expect(sleep.text == "Sleep, 5 of 7 days: between 5 and 8 hours, most often 5 to 7.3.")
  }

  @Test func `An answer of two kinds is counted, not averaged`() {
    let use = TrendSentence(.eitherOr("Use", "none", "some"), trend([0: 0, 1: 1, 2: 0, 3: 0, 9: 0]))
    #expect(use.text == "Use, 5 of 28 days have an answer: none on 4, some on 1.")
    let few = TrendSentence(.eitherOr("Use"), trend([0: 0]))
    #expect(few.text == "Use: 1 of 28 days has an answer: too few to see a pattern.")
  }

  @Test func `No sentence judges or claims a cause`() {
    let words = ["better", "worse", "improve", "good ", "bad", "miss", "fail", "cause", "streak", "only", "!"]
    for seed in 0..<300 {
      let values = Dictionary((0..<seed % 40).map { ($0, Double(($0 * seed) % 11)) }) { $1 }
      let sentence = text(values, days: 7 + seed % 60).lowercased()
      #expect(words.filter(sentence.contains) == [], "\(sentence)")
    }
  }

  @Test func `Weeks begin on Monday and are means of their days`() {
    let trend = trend([0: 4, 4: 6, 5: 1], days: 28)
    #expect(trend.weeks.map(\.day.iso) == ["2026-11-09", "2026-11-16"])
    #expect(trend.weeks.map(\.value) == [1, 5])
    #expect(trend.weeks.map(\.count) == [1, 2])
    #expect(trend.weekdays.map(\.count) == [1, 0, 0, 0, 1, 0, 1])
    #expect(Trend([DayValue(today, .infinity)], over: today...today).days == [])
  }

  @Test func `Bars are honest about what may be chance`() {
    func groups(_ values: [[Double]]) -> String {
      GroupSentence(mood, zip(["Monday", "Tuesday"], values).map { (name: $0, mean: GroupMean($1)) }, kind: "day").text
    }
    #expect(groups([[], []]) == "Mood: nothing was noted in this time.")
    #expect(groups([[3], [4, 5]]) == "Mood by day, 3 numbers: too few to see a pattern.")
    #expect(groups([[3, 3, 3, 3], []]) == "Mood by day: all 4 numbers belong to one, Monday.")
    #expect(
      groups([[3, 3, 3, 3, 3], [4, 4, 4, 4, 4]])
        == "Mood by day, 10 numbers: the means lie between 3 (Monday) and 4 (Tuesday). Such differences can be chance.")
    #expect(groups([[3, 3, 3, 3, 3, 3, 3, 3, 3], [4]]).contains("Some of them have very few numbers."))
  }

  @Test func `Labels follow the length of time, and spans end today`() {
    func labels(_ span: ChartSpan, first: String? = nil) -> [String] {
      DayTicks.along(span.range(until: today, first: first.flatMap { Day(iso: $0) })).map(\.label)
    }
    #expect(labels(.week) == ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"])
    #expect(labels(.month) == ["26 Oct", "2 Nov", "9 Nov", "16 Nov"])
    #expect(labels(.twelveWeeks).count == 12)
    #expect(labels(.year).first == "Dec" && labels(.year).contains("Jan"))
    #expect(labels(.all, first: "2025-03-09").contains("2026"))
    #expect(labels(.all, first: "2016-11-20") == (2017...2026).map(String.init))
    #expect(ChartSpan.all.range(until: today, first: nil) == today...today)
    #expect(ChartSpan.isWeekly(ChartSpan.year.range(until: today, first: nil)))
    #expect(!ChartSpan.isWeekly(ChartSpan.twelveWeeks.range(until: today, first: nil)))
  }
}
