import Forms
import Journal

/// A report as one HTML page for paper: at most two printed pages, nothing loaded, nothing that runs.
package struct ReportPage {
  /// Lines on two pages of Letter paper, the shorter one, with room for what breaks badly.
  static let lines = 104
  /// Letters that surely fit a line.
  static let columns = 84
  /// What a row of two charts takes.
  static let linesOfCharts = 8

  private let report: Report
  private let words: ReportText

  package init(_ report: Report, withheld: [String], reading: String? = nil, frame: ReportFrame? = nil) {
    self.report = report
    words = ReportText(report, withheld: withheld, reading: reading, frame: frame)
  }

  package func html() throws(PrintError) -> String {
    let pictures = ReportPictures.svg(report)
    let frame = words.frame
    let lead = ([words.standing] + (frame?.lead ?? [])).joined(separator: " ")
    let foot = words.foot + (frame?.notice.map { " " + $0 } ?? "")
    let rows = (pictures.count + 1) / 2
    let room = Self.lines - 3 - Self.height(lead) - Self.height(foot) - rows * Self.linesOfCharts
    return try PrintPage(
      title: frame?.title ?? "Patient-reported, \(report.days.lowerBound.iso) to \(report.days.upperBound.iso)",
      lead: lead, sections: Self.fitting(words.sections.map { ($0.title, $0.lines.map(\.sentence)) }, room),
      foot: foot, pictures: pictures
    ).html(.report)
  }

  /// As many lines of each section as fit `room` lines of paper. Short sections stand whole, long ones share what is left.
  /// What does not fit is counted, never dropped in silence.
  static func fitting(_ sections: [(title: String, lines: [String])], _ room: Int) -> [PrintPage.Section] {
    let needs = sections.map { $0.lines.map(height).reduce(0, +) }
    var left = room - 2 * sections.count
    var given = [Int](repeating: 0, count: sections.count)
    // The shortest first: what it leaves of its share goes to the longer ones.
    for (taken, place) in needs.indices.sorted(by: { needs[$0] < needs[$1] }).enumerated() {
      given[place] = min(needs[place], left / (sections.count - taken))
      left -= given[place]
    }
    return sections.indices.map {
      PrintPage.Section(heading: sections[$0].title, lines: cut(sections[$0].lines, to: given[$0]))
    }
  }

  private static func cut(_ lines: [String], to most: Int) -> [String] {
    guard lines.map(height).reduce(0, +) > most else { return lines }
    var kept: [String] = []
    // One line says what is missing.
    var room = most - 1
    for line in lines {
      let height = height(line)
      guard height <= room else {
        // A long note is shown as far as it goes.
        if room > 1 { kept.append(line.prefix(room * columns * line.count / max(1, cells(line)) - 1) + "…") }
        break
      }
      kept.append(line)
      room -= height
    }
    let left = lines.count - kept.count
    return kept + [left == 0 ? "(and more)" : left == 1 ? "(and 1 more)" : "(and \(left) more)"]
  }

  /// Lines on paper.
  private static func height(_ text: String) -> Int { max(1, (cells(text) + columns - 1) / columns) }

  /// Wide letters take two columns.
  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
