import Charts
import Forms
import Journal
import Terminal

/// A calendar of one variable, a cell a day.
struct CalendarReport {
  let curves: [Curve]
  let range: ClosedRange<Day>

  var report: ChartReport {
    // Days, also where lines would be weeks.
    ChartReport(
      title: ChartReport.title(curves, range), range: range, parts: curves.map(part), panels: curves.map(panel),
      notes: []
    ) { curves.map(table) }
  }

  private func part(_ curve: Curve) -> ChartReport.Part {
    ChartReport.Part(
      variable: curve.variable, by: "day", sentence: TrendSentence(curve.measure, curve.trend).byDay,
      numbers: curve.trend.days.map { ChartReport.Number(at: $0.day.iso, value: $0.value, count: $0.count) })
  }

  private func panel(_ curve: Curve) -> Picture.Panel {
    let (first, last) = (range.lowerBound, range.upperBound)
    let weeks = DayTicks.mondays(first.monday...last).map { Tick($0.daysSince1970, $0.dayAndMonth) }
    return .calendar(
      CalendarChart(
        name: curves.count == 1 ? "" : curve.measure.name, scale: curve.scale(), from: first.daysSince1970,
        to: last.daysSince1970, points: curve.trend.days.map { Point($0.day.daysSince1970, $0.value) },
        weeks: weeks, months: DayTicks.months(range).map { Tick($0.day.daysSince1970, $0.label) },
        dayNames: Weekday.allCases.map(\.shortName), emptyWords: "no number"))
  }

  private func table(_ curve: Curve) -> Table {
    Table(
      header: ["Day", Rich(curve.measure.name)],
      rows: curve.trend.days.map { [Rich($0.day.iso), Rich(TrendSentence.number($0.value))] })
  }
}
