import Charts

/// Small charts that tests draw.
enum Samples {
  static let mood = Scale(low: 0, high: 10, lowWords: "very low", highWords: "very good")

  static func line(
    _ points: [(Int, Double)], name: String = "", scale: Scale = mood, from first: Int = 0, to last: Int = 6,
    ticks: [Tick] = [Tick(0, "Mon"), Tick(3, "Thu"), Tick(6, "Sun")], step: Int = 1
  ) -> Picture {
    let chart = LineChart(
      name: name, series: Series(points.map { Point($0.0, $0.1) }, step: step), scale: scale,
      axis: Axis(from: first, to: last, ticks: ticks))
    return Picture(title: "Mood", description: "A line.", panels: [.line(chart)])
  }

  static func bars(_ bars: [BarChart.Bar], scale: Scale = mood) -> Picture {
    Picture(title: "Mood", description: "Bars.", panels: [.bars(BarChart(name: "", bars: bars, scale: scale))])
  }

  /// `days` from a Monday on, of which the given ones have a value.
  static func calendar(_ values: [(Int, Double)], days: Int, scale: Scale = mood) -> Picture {
    let weeks = stride(from: 0, to: days, by: 7).map { Tick($0, "week \($0 / 7 + 1)") }
    let chart = CalendarChart(
      name: "", scale: scale, from: 0, to: days - 1, points: values.map { Point($0.0, $0.1) }, weeks: weeks,
      months: [Tick(0, "Jan"), Tick(31, "Feb")], dayNames: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      emptyWords: "no number")
    return Picture(title: "Mood", description: "A calendar.", panels: [.calendar(chart)])
  }
}

/// The same numbers every time.
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
