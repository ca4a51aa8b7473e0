import Testing

@testable import Exchange

/// What of a report fits two printed pages. The pages themselves are counted by `make printed-pages`.
@Suite struct ReportPageTests {
  private func lines(_ count: Int, _ letters: Int = 40) -> [String] {
    (0..<count).map { "\($0) " + String(repeating: "a", count: letters - 2) }
  }

  /// Lines on paper, headings too.
  private func height(_ sections: [PrintPage.Section]) -> Int {
    sections.reduce(0) { sum, section in
      sum + 2 + section.lines.reduce(0) { $0 + max(1, ($1.count + ReportPage.columns - 1) / ReportPage.columns) }
    }
  }

  @Test func `What fits stands whole`() {
    let sections = [("Read first", lines(6)), ("Goals", lines(10))]
    #expect(
      ReportPage.fitting(sections, 30)
        == [.init(heading: "Read first", lines: lines(6)), .init(heading: "Goals", lines: lines(10))])
  }

  @Test func `Short sections stand whole, long ones share the rest, and what is missing is counted`() {
    let fitted = ReportPage.fitting(
      [("Read first", lines(6)), ("Goals", lines(50)), ("Homework", lines(70))], 60)
    #expect(fitted.map(\.lines.count) == [6, 24, 24])
    #expect(fitted[0].lines == lines(6) && fitted[1].lines.last == "(and 27 more)")
    #expect(fitted[2].lines.last == "(and 47 more)" && height(fitted) == 60)
  }

  @Test func `A long note is shown as far as it goes`() throws {
    let note = String(repeating: "a word and ", count: 400)
    let fitted = ReportPage.fitting([("Note", [note]), ("Homework", lines(30))], 50)
    #expect(fitted[0].lines.count == 2 && fitted[0].lines[1] == "(and more)")
    #expect(try #require(fitted[0].lines.first).hasSuffix("…") && height(fitted) <= 50)
    #expect(fitted[1].lines.count > 15)
  }

  @Test(arguments: [1, 7, 23, 80, 200]) func `However much there is, it fits`(count: Int) {
    let sections = (0..<8).map { ("Section \($0)", lines(count, 30 + 37 * $0)) }
    let fitted = ReportPage.fitting(sections, 78)
    #expect(height(fitted) <= 78 && fitted.count == 8 && fitted.allSatisfy { !$0.lines.isEmpty })
  }
}
