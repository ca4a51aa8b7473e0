import Testing

@testable import Forms

@Suite struct DayTests {
  @Test func `Every day from 1900 to 2100 comes back from its number and from its text`() throws {
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2100, month: 12, day: 31))
    #expect(first.daysSince1970 == -25_567)
    #expect(last.daysSince1970 == 47_846)
    var expected = first
    var wrong: [Int] = []
    for number in first.daysSince1970...last.daysSince1970 {
      let day = Day(daysSince1970: number)
      if day != expected || day.daysSince1970 != number || Day(iso: day.iso) != day { wrong.append(number) }
      expected = following(expected)
    }
    #expect(wrong == [])
    #expect(expected == Day(year: 2101, month: 1, day: 1))
  }

  /// The next day, counted on a calendar rather than by the number.
  private func following(_ day: Day) -> Day {
    Day(year: day.year, month: day.month, day: day.day + 1) ?? Day(year: day.year, month: day.month + 1, day: 1)
      ?? Day(year: day.year + 1, month: 1, day: 1) ?? day
  }

  @Test func `Weekdays follow one another over two centuries`() throws {
    #expect(Day(iso: "1970-01-01")?.weekday == .thursday)
    #expect(Day(iso: "2026-11-20")?.weekday == .friday)
    #expect(Day(iso: "1900-01-01")?.weekday == .monday)
    let wrong = (-25_567..<47_846).filter { number in
      let (day, next) = (Day(daysSince1970: number), Day(daysSince1970: number + 1))
      return (day.weekday.rawValue + 1) % 7 != next.weekday.rawValue || !(day < next)
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01", "2026-1-1",
    "20261120", "2026-11-20 ", " 2026-11-20", "2026/11/20", "2026-11-2x", "-026-11-20", "", "２０２６-１１-２０",
  ])
  func `What is no real day is not read`(text: String) { #expect(Day(iso: text) == nil) }

  @Test func `Leap days are real in leap years alone`() {
    let leap = (1896...2104).filter { Day(year: $0, month: 2, day: 29) != nil }
    #expect(leap == (1896...2104).filter { $0 % 4 == 0 && $0 != 1900 && $0 != 2100 })
  }

  @Test func `Adding days crosses months and years`() throws {
    let day = try #require(Day(iso: "2026-12-30"))
    #expect(day.adding(days: 3).iso == "2027-01-02")
    #expect(day.adding(days: -365).iso == "2025-12-30")
    #expect(try #require(Day(iso: "0001-01-01")).iso == "0001-01-01")
    #expect(try #require(Day(iso: "9999-12-31")).iso == "9999-12-31")
  }
}
