import Forms
import Testing

@testable import Journal

@Suite struct SearchWordsTests {
  /// A Friday.
  private let today = Day(iso: "2026-11-20") ?? Day(daysSince1970: 0)

  private func read(_ typed: String) -> SearchWords { SearchWords(typed, today: today) }
  private func days(_ typed: String) -> String? {
    read("day:\(typed)").days.map { "\($0.lowerBound.iso) \($0.upperBound.iso)" }
  }

  @Test func `Filters stand among the words, in any order`() {
    let read = read("form:Thought rain tag:#Work,bus shine day:2026-11 time:late")
    #expect(read.words == "rain shine time:late")
    #expect(read.form == "thought")
    #expect(read.tags == ["work", "bus"])
    #expect(days("2026-11") == "2026-11-01 2026-11-30" && read.days != nil)
    #expect(read.badDay == nil && !read.isEmpty)
    #expect(self.read("  ").isEmpty)
  }

  @Test(arguments: [
    ("2026", "2026-01-01 2026-12-31"), ("2024-02", "2024-02-01 2024-02-29"), ("2026-11-20", "2026-11-20 2026-11-20"),
    ("mon", "2026-11-16 2026-11-16"), ("yesterday", "2026-11-19 2026-11-19"), ("2026-13", nil), ("2026-11-31", nil),
    ("soon", nil), ("0000", nil), ("2026-", nil), ("٢٠٢٦", nil),
  ])
  func `Years, months and days are read`(typed: String, meant: String?) {
    #expect(days(typed) == meant)
    #expect((read("day:\(typed)").badDay == nil) == (meant != nil))
  }

  @Test func `A colon at an end is a word, and no filter`() {
    for typed in ["form:", "day:", ":", "tag:", "note: rain", "::"] {
      let read = read(typed)
      #expect(read.form == nil && read.days == nil && read.tags == [] && read.badDay == nil, "\(typed)")
      #expect(!read.words.isEmpty)
    }
  }
}

@Suite struct TagsTests {
  @Test func `Tags have one spelling, each once, and no other signs`() {
    #expect(Tags.read("#Work, work  Zoë-Mae; can't 3am !!! -x_") == ["work", "zoë-mae", "can't", "3am", "x_"])
    #expect(Tags.read(" ,; # ") == [])
    #expect(Tags.read(String(repeating: "a", count: 99)) == [String(repeating: "a", count: 40)])
  }
}
