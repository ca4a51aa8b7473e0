import Charts
import Forms
import Journal
import Terminal

/// Lines over days, or over weeks from a year on: one below the other, on the same days.
struct LineReport {
  let curves: [Curve]
  let range: ClosedRange<Day>
  private let isWeekly: Bool
  /// What is drawn of each: days, or weeks.
  private let columns: [[DayValue]]

  init(curves: [Curve], range: ClosedRange<Day>) {
    self.curves = curves
    self.range = range
    let isWeekly = ChartSpan.isWeekly(range)
    self.isWeekly = isWeekly
    columns = curves.map { isWeekly ? $0.trend.weeks : $0.trend.days }
  }

  /// Weeks are drawn at their Mondays.
  private var axisRange: ClosedRange<Day> {
    isWeekly ? range.lowerBound.monday...range.upperBound.monday : range
  }

  var report: ChartReport {
    ChartReport(
      title: ChartReport.title(curves, range), range: range, parts: zip(curves, columns).map(part),
      panels: zip(curves, columns).map(panel), notes: together
    ) { [table] }
  }

  private func part(_ curve: Curve, _ values: [DayValue]) -> ChartReport.Part {
    ChartReport.Part(
      variable: curve.variable, by: isWeekly ? "week" : "day",
      sentence: TrendSentence(curve.measure, curve.trend).text,
      numbers: values.map { ChartReport.Number(at: $0.day.iso, value: $0.value, count: $0.count) })
  }

  private func panel(_ curve: Curve, _ values: [DayValue]) -> Picture.Panel {
    let points = values.map { Point($0.day.daysSince1970, $0.value) }
    let (first, last) = (axisRange.lowerBound.daysSince1970, axisRange.upperBound.daysSince1970)
    let ticks = DayTicks.along(axisRange).map { Tick($0.day.daysSince1970, $0.label) }
    let alone = curves.count == 1 ? "" : curve.measure.name
    let name = !isWeekly ? alone : alone.isEmpty ? "Mean of each week" : "\(alone), mean of each week"
    return .line(
      LineChart(
        name: name, series: Series(points, step: isWeekly ? 7 : 1, joined: isWeekly || !curve.measure.isEitherOr),
        scale: curve.scale(of: points.map(\.value)), axis: Axis(from: first, to: last, ticks: ticks)))
  }

  /// A line for each day or week that has a number.
  private var table: Table {
    let columns = columns.map { column in Dictionary(column.map { ($0.day, $0) }) { $1 } }
    let days = Set(columns.flatMap(\.keys)).sorted()
    return Table(
      header: [isWeekly ? "Week from" : "Day"] + curves.map { Rich($0.measure.name) },
      rows: days.map { day in
        [Rich(day.iso)] + zip(columns, curves).map { column, curve in Rich(cell(column[day], curve)) }
      })
  }

  private func cell(_ value: DayValue?, _ curve: Curve) -> String {
    guard let value else { return "" }
    if curve.measure.isEitherOr, !isWeekly {
      return value.value > 0 ? curve.measure.highWords : curve.measure.lowWords
    }
    let number = TrendSentence.number(value.value)
    guard isWeekly else { return number }
    return "\(number) (\(value.count == 1 ? "1 day" : "\(value.count) days"))"
  }

  private var together: [String] {
    guard curves.count == 2 else {
      return curves.count > 2 ? ["Lines that move alike do not show that one makes another."] : []
    }
    let both = Set(curves[0].trend.days.map(\.day)).intersection(curves[1].trend.days.map(\.day)).count
    let total = curves[0].trend.length
    let few = both < TrendSentence.few ? ": too few to compare" : ""
    return [
      "\(both) of \(total) days have both\(few). Two lines that move alike do not show that one makes the other."
    ]
  }
}
