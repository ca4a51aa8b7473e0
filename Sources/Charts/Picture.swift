/// What is drawn: one chart, or several below each other that share an axis.
package struct Picture: Equatable, Sendable {
  package enum Panel: Equatable, Sendable {
    case line(LineChart)
    case bars(BarChart)
    case calendar(CalendarChart)
  }

  package var title: String
  /// The picture in a sentence or two, for those who do not see it.
  package var description: String
  package var panels: [Panel]

  package init(title: String, description: String, panels: [Panel]) {
    self.title = title
    self.description = description
    self.panels = panels
  }

  /// Lines of characters, none longer than `width`; without title and description.
  package func text(width: Int, marks: Marks) -> [String] {
    let width = max(Self.narrowest, width)
    let rows = panels.count > 2 ? 5 : panels.count == 2 ? 7 : 11
    return Array(
      panels.map { panel in
        switch panel {
        case .line(let chart): chart.text(width: width, rows: rows, marks: marks)
        case .bars(let chart): chart.text(width: width, marks: marks)
        case .calendar(let chart): chart.text(width: width, marks: marks)
        }
      }.joined(separator: [""]))
  }

  static let narrowest = 24
}
