import Testing

@testable import Forms

/// Read on Friday, 2026-11-20.
@Suite struct DayWordsTests {
  let today = Day(daysSince1970: 20_777)

  private func past(_ text: String) -> String? { Day(words: text, today: today, toward: .past)?.iso }
  private func future(_ text: String) -> String? { Day(words: text, today: today, toward: .future)?.iso }

  @Test(arguments: [
    ("today", "2026-11-20"), ("now", "2026-11-20"), ("yesterday", "2026-11-19"), ("tomorrow", "2026-11-21"),
    ("  Today ", "2026-11-20"), ("2024-02-29", "2024-02-29"), ("3 days ago", "2026-11-17"),
    ("a day ago", "2026-11-19"), ("a week ago", "2026-11-13"), ("2 weeks ago", "2026-11-06"),
    ("in 4 weeks", "2026-12-18"), ("in a week", "2026-11-27"), ("in 1 day", "2026-11-21"), ("in 0 days", "2026-11-20"),
    ("last tuesday", "2026-11-17"), ("last fri", "2026-11-13"), ("next fri", "2026-11-27"), ("next MON", "2026-11-23"),
    ("this friday", "2026-11-20"),
  ])
  func `Words for a day mean the same in either direction`(words: String, day: String) {
    #expect(past(words) == day)
    #expect(future(words) == day)
  }

  @Test(arguments: [
    ("fri", "2026-11-20", "2026-11-20"), ("mon", "2026-11-16", "2026-11-23"), ("Thursday", "2026-11-19", "2026-11-26"),
    ("thurs", "2026-11-19", "2026-11-26"), ("sat", "2026-11-14", "2026-11-21"),
    ("this sun", "2026-11-15", "2026-11-22"),
    ("2 weeks", "2026-11-06", "2026-12-04"), ("10 days", "2026-11-10", "2026-11-30"),
  ])
  func `A bare weekday or length points the way that fits`(words: String, back: String, ahead: String) {
    #expect(past(words) == back)
    #expect(future(words) == ahead)
  }

  @Test func `Every weekday is read from three letters to its whole name`() {
    for weekday in Weekday.allCases {
      for length in 3...weekday.word.count { #expect(Weekday(word: String(weekday.word.prefix(length))) == weekday) }
      #expect(Weekday(word: String(weekday.word.prefix(2))) == nil)
      #expect(Day(words: weekday.word, today: today, toward: .past)?.weekday == weekday)
      #expect(Day(words: "next \(weekday.word)", today: today, toward: .past)?.weekday == weekday)
    }
  }

  @Test(arguments: [
    "", "   ", "soon", "mo", "noon", "mondayish", "2026-02-30", "20.11.2026", "in", "ago", "in weeks", "-3 days ago",
    "4000 days ago", "in 2 months", "last week", "the other day", "in 2 weeks ago", "99999999999999999999 days",
    "next next fri",
  ])
  func `What is no day is not guessed at`(words: String) {
    #expect(past(words) == nil)
    #expect(future(words) == nil)
  }
}
