import Testing

@testable import Charts

@Suite struct WidthTests {
  static let extremes: [Double] = [
    0, 1, 5, 9.99, 10, -3, -1e12, 1e12, 1e300, -1e300, .infinity, -.infinity, .nan, 0.0001, 123_456.789,
  ]

  private func picture(_ dice: inout Dice) -> Picture {
    let length = [1, 2, 7, 30, 84, 400][dice.roll(6)]
    let points = (0..<dice.roll(length + 1)).map { _ -> Point in
      let extreme = Self.extremes[dice.roll(Self.extremes.count)]
      return Point(dice.roll(length), dice.roll(3) == 0 ? extreme : Double(dice.roll(11)))
    }
    let names = ["", "Mood", "日本語の名前", String(repeating: "a very long name ", count: 12)]
    let name = names[dice.roll(names.count)]
    let scale = dice.roll(2) == 0 ? Samples.mood : Scale(around: points.map(\.value), unit: "hours")
    let ticks = stride(from: 0, to: length, by: [1, 7, 30][dice.roll(3)]).map { Tick($0, "Tick \($0)") }
    let panels = (0...dice.roll(4)).map { _ -> Picture.Panel in
      switch dice.roll(3) {
      case 0:
        return .line(
          LineChart(
            name: name, series: Series(points, step: dice.roll(2) == 0 ? 1 : 7), scale: scale,
            axis: Axis(from: 0, to: length - 1, ticks: ticks)))
      case 1:
        return .bars(
          BarChart(name: name, bars: points.prefix(7).map { .init(name, $0.value, note: "12 days") }, scale: scale))
      default:
        return .calendar(
          CalendarChart(
            name: name, scale: scale, from: 0, to: length - 1, points: points,
            weeks: stride(from: 0, to: length, by: 7).map { Tick($0, "2 Nov") }, months: ticks,
            dayNames: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], emptyWords: "no number"))
      }
    }
    return Picture(title: name, description: "", panels: panels)
  }

  @Test func `No line is wider than asked, whatever is drawn, and ASCII is ASCII`() {
    for seed in UInt64(1)...1500 {
      var dice = Dice(seed)
      let picture = picture(&dice)
      let width = 40 + dice.roll(81)
      for line in picture.text(width: width, marks: .unicode) { #expect(line.count <= width, "seed \(seed): \(line)") }
      let lines = picture.text(width: width, marks: .ascii)
      for line in lines { #expect(line.count <= width, "seed \(seed): \(line)") }
      if !picture.title.contains("日") { #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "seed \(seed)") }
      #expect(lines.allSatisfy { $0.last != " " })
      _ = picture.svg()
    }
  }

  @Test func `A name of wide letters is cut to its cells`() {
    #expect("日本語の名前".cut(to: 7) == "日本語")
    #expect("Überdruß".cut(to: 4) == "Über")
  }
}
