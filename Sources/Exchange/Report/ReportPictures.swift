import Charts
import Forms
import Journal

/// The small charts of a report's page, each as a picture inside the page.
enum ReportPictures {
  /// What cannot be drawn, with fewer than this many days, is told in numbers only.
  static let least = 5

  static func svg(_ report: Report) -> [String] { numbers(report) + measures(report) }

  /// The first two that were answered three times or more; the others are told in numbers.
  private static func measures(_ report: Report) -> [String] {
    report.measures.filter { $0.points.count > 2 }.prefix(2).compactMap { measure in
      guard let first = measure.points.first?.day, let last = measure.points.last?.day, first < last else { return nil }
      let points = measure.points.map { Point($0.day.daysSince1970, $0.value) }
      let scale =
        measure.reach.map { Scale(low: $0.lowerBound, high: $0.upperBound) }
        ?? Scale(around: points.map(\.value), low: 0)
      let axis = Axis(
        from: first.daysSince1970, to: last.daysSince1970,
        ticks: DayTicks.along(first...last).map { Tick($0.day.daysSince1970, $0.label) })
      let name = "\(measure.title), \(measure.label)"
      return Picture(
        title: name, description: "\(name): answered \(points.count) times.",
        panels: [.line(LineChart(name: name, series: Series(points, step: 7), scale: scale, axis: axis))]
      ).svg(standalone: false)
    }
  }

  private static func numbers(_ report: Report) -> [String] {
    report.numbers.filter { $0.byDay.count >= least }.map { number in
      let name = number.title
      let points = number.byDay.sorted { $0.key < $1.key }.map { Point($0.key.daysSince1970, $0.value) }
      let scale =
        number.scale.map { Scale(low: $0.lowerBound, high: $0.upperBound) }
        ?? Scale(around: points.map(\.value), low: 0, unit: number.unit ?? "")
      let days = report.span
      let axis = Axis(
        from: days.lowerBound.daysSince1970, to: days.upperBound.daysSince1970,
        ticks: DayTicks.along(days).map { Tick($0.day.daysSince1970, $0.label) })
      return Picture(
        title: name, description: "\(name): \(number.byDay.count) of \(days.length) days have a number.",
        panels: [.line(LineChart(name: name, series: Series(points), scale: scale, axis: axis))]
      ).svg(standalone: false)
    }
  }
}
