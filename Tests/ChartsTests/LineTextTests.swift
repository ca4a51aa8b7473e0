import Testing

@testable import Charts

/// Whole drawings, as they stand on the screen.
@Suite struct LineTextTests {
  private static let week: [(Int, Double)] = [(0, 3), (1, 4), (2, 7), (4, 5), (6, 0)]

  private func drawn(_ picture: Picture, _ width: Int = 40, _ marks: Marks = .unicode) -> String {
    picture.text(width: width, marks: marks).joined(separator: "\n")
  }

  @Test func `Neighbours are joined, and a missing day leaves a gap`() {
    #expect(
      drawn(Samples.line(Self.week))
        == """
        0 very low to 10 very good
        10 ┤
           │
           │
           │           ⡠⠶
           │         ⡠⠊
         5 ┤       ⢀⠔⠁             ⢠⡄
           │    ⣀⡠⣴⠁
           │⣤⠒⠊⠉
           │
           │
         0 ┤                                   ⣤
           └┬─────────────────┬────────────────┬
            Mon               Thu            Sun
        """)
  }

  @Test func `In ASCII each day is a star, and nothing is joined`() {
    #expect(
      drawn(Samples.line(Self.week), 40, .ascii)
        == """
        0 very low to 10 very good
        10 +
           |
           |
           |            *
           |
         5 +                       *
           |      *
           |*
           |
           |
         0 +                                   *
           ++-----------------+----------------+
            Mon               Thu            Sun
        """)
  }

  @Test func `A week does not need a whole window`() {
    #expect(
      drawn(Samples.line(Self.week), 120)
        == """
        0 very low to 10 very good
        10 ┤
           │
           │
           │              ⢀⡠⠶
           │            ⣀⠔⠁
         5 ┤          ⡠⠊                    ⢠⡄
           │     ⣀⣀⠤⣴⠉
           │⣤⠒⠒⠉⠉
           │
           │
         0 ┤                                                ⣤
           └┬───────────────────────┬───────────────────────┬
            Mon                     Thu                   Sun
        """)
  }

  @Test func `One value is a dot that can be seen`() {
    #expect(
      drawn(Samples.line([(3, 5)]))
        == """
        0 very low to 10 very good
        10 ┤
           │
           │
           │
           │
         5 ┤                  ⣤
           │
           │
           │
           │
         0 ┤
           └┬─────────────────┬────────────────┬
            Mon               Thu            Sun
        """)
  }

  @Test func `Without a value the axes stand alone`() {
    #expect(
      drawn(Samples.line([]))
        == """
        0 very low to 10 very good
        10 ┤
           │
           │
           │
           │
         5 ┤
           │
           │
           │
           │
         0 ┤
           └┬─────────────────┬────────────────┬
            Mon               Thu            Sun
        """)
  }

  @Test func `Values that are all equal stand in the middle`() {
    #expect(
      drawn(Samples.line((0...6).map { ($0, 4) }, scale: Scale(around: [4, 4])), 40, .ascii)
        == """
        5 +
          |
          |
          |
          |
        4 +*     *     *     *     *     *     *
          |
          |
          |
          |
        3 +
          ++-----------------+-----------------+
           Mon               Thu             Sun
        """)
  }

  @Test func `Values below zero have their place`() {
    #expect(
      drawn(Samples.line([(0, -5), (1, 3), (2, -1)], scale: Scale(around: [-5, 3, -1])), 40, .ascii)
        == """
         4 +
           |      *
           |
           |
           |
        -1 +            *
           |
           |
           |
           |*
        -6 +
           ++-----------------+----------------+
            Mon               Thu            Sun
        """)
  }

  @Test func `Values too large to draw stand at the end`() {
    #expect(
      drawn(
        Samples.line([(0, 1e12), (1, 2.5e15), (2, 1e300)], scale: Scale(around: [1e12, 2.5e15, 1e300])), 40, .ascii)
          == """
          1e15 +      *    *
               |
               |
               |
               |
          5e14 +
               |
               |
               |
               |
             0 +*
               ++----------------+---------------+
                Mon              Thu           Sun
          """)
  }

  @Test func `Two variables stand below each other on the same days`() {
    let hours = Scale(around: [3, 7], low: 0, unit: "hours")
    let sleep = Samples.line(Self.week, name: "Sleep", scale: hours)
    let panels = Samples.line(Self.week, name: "Mood").panels + sleep.panels
    #expect(
      drawn(Picture(title: "", description: "", panels: panels))
        == """
        Mood (0 very low to 10 very good)
        10 ┤
           │
           │         ⢀⡠⠒⠛
         5 ┤      ⢀⡠⠒⠁             ⢠⡄
           │⣀⠤⠤⠒⠒⠉⠛
           │⠉
         0 ┤                                   ⣤
           └┬─────────────────┬────────────────┬
            Mon               Thu            Sun

        Sleep (hours)
        8 ┤            ⣀
          │          ⡠⠊⠉
          │       ⢀⠔⠉              ⢠⡄
        4 ┤   ⣀⣀⠤⣴⠁
          │⠶⠉⠉
          │
        0 ┤                                    ⣤
          └┬─────────────────┬─────────────────┬
           Mon               Thu             Sun
        """)
  }

  @Test func `Where there is no room for every label, only each second or third one is set`() {
    let ticks = (0..<12).map { Tick($0 * 30, "Jan") }
    #expect(
      drawn(Samples.line([], to: 363, ticks: ticks)).split(separator: "\n").last
        == "    Jan   Jan   Jan  Jan   Jan   Jan")
    #expect(
      drawn(Samples.line([], to: 363, ticks: ticks), 80).split(separator: "\n").last?.count(where: { $0 == "J" }) == 12)
  }

  @Test func `Weeks are joined to weeks, and of two values at one place the last counts`() {
    let points = [0, 7, 21, 28].map { Point($0, 1) }
    #expect(Series(points, step: 7).runs.map { $0.map(\.at) } == [[0, 7], [21, 28]])
    #expect(Series(points).runs.count == 4)
    #expect(Series([Point(1, 2), Point(0, .nan), Point(1, 3)]).points == [Point(1, 3)])
    #expect(Series([Point(0, 1), Point(1, 1)], joined: false).runs.count == 2)
  }
}
