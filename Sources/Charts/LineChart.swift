/// One variable along an axis. Gaps stay gaps: only neighbours are joined.
package struct LineChart: Equatable, Sendable {
  package var name: String
  package var series: Series
  package var scale: Scale
  package var axis: Axis

  package init(name: String, series: Series, scale: Scale, axis: Axis) {
    self.name = name
    self.series = series
    self.scale = scale
    self.axis = axis
  }
}

/// A value for each of a few groups, such as the days of the week.
package struct BarChart: Equatable, Sendable {
  package struct Bar: Equatable, Sendable {
    package var label: String
    /// Nil where there is none: that is not a zero.
    package var value: Double?
    /// What stands behind it: how many it is made of, or that there is none.
    package var note: String
    package init(_ label: String, _ value: Double?, note: String = "") {
      self.label = label
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.note = note
    }
  }

  package var name: String
  package var bars: [Bar]
  package var scale: Scale

  package init(name: String, bars: [Bar], scale: Scale) {
    self.name = name
    self.bars = bars
    self.scale = scale
  }

  /// Where bars begin: at zero where the scale has one.
  var base: Double { min(scale.high, max(scale.low, 0)) }
}

/// One cell a day, a week in a row, or, where there are many weeks, a week in a column.
package struct CalendarChart: Equatable, Sendable {
  package var name: String
  package var scale: Scale
  package var first: Int, last: Int
  /// Values by place; a place without one stays empty.
  package var values: [Int: Double]
  /// The first day of each week and what it is called; the weeks of the chart, whole ones.
  package var weeks: [Tick]
  /// The first day of each month.
  package var months: [Tick]
  /// Seven names, from the first day of the week.
  package var dayNames: [String]
  /// What an empty cell is called in the key.
  package var emptyWords: String

  package init(
    name: String, scale: Scale, from first: Int, to last: Int, points: [Point], weeks: [Tick], months: [Tick],
    dayNames: [String], emptyWords: String
  ) {
    self.name = name
    self.scale = scale
    self.first = first
    self.last = last
    values = Dictionary(
      points.filter { $0.value.isFinite && (first...last).contains($0.at) }.map { ($0.at, $0.value) }
    ) { $1 }
    self.weeks = weeks
    self.months = months
    self.dayNames = dayNames
    self.emptyWords = emptyWords
  }

  /// More weeks than this lie side by side.
  static let mostRows = 14
  var isWide: Bool { weeks.count > Self.mostRows }
  /// Shades between the ends of the scale.
  static let shades = 4
  func shade(of value: Double) -> Int { min(Self.shades - 1, Int(scale.share(of: value) * Double(Self.shades))) }

  /// What each shade stands for: `0 to 2.5`.
  var shadeWords: [String] {
    let step = (scale.high - scale.low) / Double(Self.shades)
    return (0..<Self.shades).map { index in
      let low = scale.low + step * Double(index)
      return "\(Scale.text(low)) to \(Scale.text(low + step))"
    }
  }
}
