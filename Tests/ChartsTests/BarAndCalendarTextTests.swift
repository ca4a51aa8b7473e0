import Testing

@testable import Charts

@Suite struct BarAndCalendarTextTests {
  private static let days: [BarChart.Bar] = [
    .init("Monday", 4.2, note: "5 days"), .init("Tuesday", nil, note: "no number"),
    .init("Wednesday", 0, note: "1 day"), .init("Thursday", 10, note: "12 days"),
  ]
  private static let long = Samples.calendar((0..<140).filter { $0 % 6 != 0 }.map { ($0, Double($0 % 11)) }, days: 140)

  private func drawn(_ picture: Picture, _ width: Int = 40, _ marks: Marks = .unicode) -> String {
    picture.text(width: width, marks: marks).joined(separator: "\n")
  }

  @Test func `A bar says its number and what it is made of; none is not a zero`() {
    #expect(
      drawn(Samples.bars(Self.days))
        == """
        0 very low to 10 very good
        Monday    ███████▏          4.2  5 days
        Tuesday   no number
        Wednesday ▏                   0  1 day
        Thursday  █████████████████  10  12 days
        """)
  }

  @Test func `In a wide window bars stay in sight of their names`() {
    #expect(
      drawn(Samples.bars(Self.days), 120)
        == """
        0 very low to 10 very good
        Monday    ████████████████▊                        4.2  5 days
        Tuesday   no number
        Wednesday ▏                                          0  1 day
        Thursday  ████████████████████████████████████████  10  12 days
        """)
  }

  @Test func `Bars in ASCII`() {
    #expect(
      drawn(Samples.bars(Self.days), 40, .ascii)
        == """
        0 very low to 10 very good
        Monday    #######           4.2  5 days
        Tuesday   no number
        Wednesday |                   0  1 day
        Thursday  #################  10  12 days
        """)
  }

  @Test func `Bars below zero go the other way`() {
    #expect(
      drawn(
        Samples.bars(
          [.init("a", -2), .init("b", 3), .init("c", 0)], scale: Scale(low: -5, high: 5)), 40, .ascii)
          == """
          a            #######                  -2
          b                   ##########         3
          c                   #                  0
          """)
  }

  @Test func `A calendar of few weeks shows the numbers, and a point where there is none`() {
    #expect(
      drawn(Samples.calendar([(0, 3), (1, 10), (8, 0), (16, 5.4)], days: 18))
        == """
        0 very low to 10 very good
               Mo Tu We Th Fr Sa Su
        week 1  3 10  ·  ·  ·  ·  ·
        week 2  ·  0  ·  ·  ·  ·  ·
        week 3  ·  ·  5  ·
        · no number
        """)
  }

  @Test func `A calendar of many weeks shows shades, with a key`() {
    #expect(
      drawn(Self.long)
        == """
        0 very low to 10 very good
            Jan Feb
        Mon ·▓▒█▓░·▓░█▒░·▒█▓░█·░
        Tue ░█▒░▓·█▓░█▓·█▒░▓▒·▓░
        Wed ░█▓░·▒░▓▒█·░█▓░█·░▓▒
        Thu ▒█▓·█▓░█▒·▓▒█▓░·▓░█▒
        Fri ▒░·▒█▓░█·░█▒░▓·█▓░█▓
        Sat ▓·█▒░▓▒·▓░█▓░·▒░▓▒█·
        Sun ·░█▓░█·░▓▒█▓·█▓░█▒·▓
        ░ 0 to 2.5   ▒ 2.5 to 5   ▓ 5 to 7.5
        █ 7.5 to 10   · no number
        """)
  }

  @Test func `A calendar in ASCII`() {
    #expect(
      drawn(Self.long, 120, .ascii)
        == """
        0 very low to 10 very good
            Jan Feb
        Mon .+=#+-.+-#=-.=#+-#.-
        Tue -#=-+.#+-#+.#=-+=.+-
        Wed -#+-.=-+=#.-#+-#.-+=
        Thu =#+.#+-#=.+=#+-.+-#=
        Fri =-.=#+-#.-#=-+.#+-#+
        Sat +.#=-+=.+-#+-.=-+=#.
        Sun .-#+-#.-+=#+.#+-#=.+
        - 0 to 2.5   = 2.5 to 5   + 5 to 7.5   # 7.5 to 10   . no number
        """)
  }

  @Test func `Years of weeks are broken into bands of about one length`() {
    let years = Samples.calendar([], days: 7 * 521)
    let lines = years.text(width: 80, marks: .unicode)
    #expect(lines.count { $0.hasPrefix("Mon ") } == 7)
    #expect(Set(lines.filter { $0.hasPrefix("Mon ") }.map(\.count)) == [79, 75])
  }
}
