import Forms
import Journal

/// A report as one HTML page for paper: at most two printed pages, nothing loaded, nothing that runs.
package struct ReportPage {
  private let report: Report
  private let words: ReportText

  package init(_ report: Report, withheld: [String], reading: String? = nil, frame: ReportFrame? = nil) {
    self.report = report
    words = ReportText(report, withheld: withheld, reading: reading, frame: frame)
  }

  /// What stands below a line is set off by a dash, as a browser passes over spaces.
  private static func line(_ line: ReportLine) -> String {
    line.sentence.hasPrefix(" ") ? "\u{2013} " + line.sentence.trimmed : line.sentence
  }

  package func html() throws(PrintError) -> String {
    let frame = words.frame
    return try PrintPage(
      title: frame?.title ?? "Patient-reported, \(report.days.lowerBound.iso) to \(report.days.upperBound.iso)",
      lead: ([words.standing] + (frame?.lead ?? [])).joined(separator: " "),
      sections: (frame == nil ? words.sections : words.fitted).map {
        PrintPage.Section(heading: $0.title, lines: $0.lines.map(Self.line))
      },
      foot: words.foot + (frame?.notice.map { " " + $0 } ?? ""), pictures: ReportPictures.svg(report)
    ).html(frame == nil ? .page : .dense)
  }
}
