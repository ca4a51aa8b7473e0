import Charts
import Forms
import Journal
import Terminal

/// Bars by weekday or by part of the day, with how many numbers stand behind each.
enum GroupReport {
  static func weekdays(_ curves: [Curve], _ range: ClosedRange<Day>) -> ChartReport {
    let names = Weekday.allCases.map(\.name)
    return report(
      curves.map { ($0, Array(zip(names, $0.trend.weekdays)), []) }, range, by: "weekday", kind: "day of the week",
      of: ("day", "days"))
  }

  static func parts(_ curves: [(Curve, [PartOfDay: [Double]])], _ range: ClosedRange<Day>) -> ChartReport {
    report(
      curves.map { curve, found in
        let groups = PartOfDay.allCases.map { ($0.rawValue.capitalized, GroupMean(found[$0] ?? [])) }
        let left = curve.trend.days.map(\.count).reduce(0, +) - groups.map(\.1.count).reduce(0, +)
        let late = "Written down on another day, without a time, and not counted here: \(left)."
        return (curve, groups, left > 0 ? [late] : [])
      }, range, by: "part", kind: "part of the day", of: ("number", "numbers"))
  }

  private typealias Grouped = (curve: Curve, groups: [(String, GroupMean)], notes: [String])

  private static func report(
    _ all: [Grouped], _ range: ClosedRange<Day>, by: String, kind: String, of noun: (one: String, many: String)
  ) -> ChartReport {
    ChartReport(
      title: ChartReport.title(all.map(\.curve), range), range: range,
      parts: all.map { curve, groups, notes in
        let sentence = GroupSentence(curve.measure, groups.map { (name: $0.0, mean: $0.1) }, kind: kind).text
        return ChartReport.Part(
          variable: curve.variable, by: by, sentence: ([sentence] + notes).joined(separator: " "),
          numbers: groups.compactMap { name, mean in
            mean.value.map { ChartReport.Number(at: name.lowercased(), value: $0, count: mean.count) }
          })
      },
      panels: all.map { curve, groups, _ in
        .bars(
          BarChart(
            name: all.count == 1 ? "" : curve.measure.name,
            bars: groups.map { name, mean in
              let count = mean.count == 1 ? "1 \(noun.one)" : "\(mean.count) \(noun.many)"
              return BarChart.Bar(name, mean.value, note: mean.count == 0 ? "no number" : count)
            }, scale: curve.scale(of: groups.compactMap(\.1.value))))
      },
      notes: []
    ) {
      all.map { curve, groups, _ in
        Table(
          header: [Rich(kind.sentence), Rich("\(curve.measure.name), mean"), Rich(noun.many.sentence)],
          rows: groups.map { name, mean in
            [Rich(name), Rich(mean.value.map(TrendSentence.number) ?? "no number"), Rich(String(mean.count))]
          })
      }
    }
  }
}
