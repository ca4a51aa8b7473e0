import Testing

@testable import Exchange

@Suite struct CSVTextTests {
  @Test func `Lines end as RFC 4180 has it, and cells are quoted where they must be`() {
    #expect(
      CSVText.lines([
        ["a", "b, c", "say \"no\"", "two\nlines", " space "], [.number(5), .number(-2.5), .number(.nan)],
      ])
        == "a,\"b, c\",\"say \"\"no\"\"\",\"two\nlines\",\" space \"\r\n5,-2.5,\r\n")
  }

  @Test func `What a spreadsheet would run becomes text; a number below zero stays one`() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1+1", "|cmd", "%0"] {
      let cell = CSVText.lines([[.text(formula)]])
      #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(cell)")
    }
    #expect(CSVText.lines([[.number(-1)]]) == "-1\r\n")
    #expect(CSVText.lines([["5 = five"]]) == "5 = five\r\n")
  }
}
