import Forms
import Journal

/// A report as one HTML page for paper: at most two printed pages, nothing loaded, nothing that runs.
package struct ReportPage {
  private let report: Report
  private let words: ReportText

  package init(_ report: Report, withheld: [String], reading: String? = nil) {
    self.report = report
    words = ReportText(report, withheld: withheld, reading: reading)
  }

  package func html() throws(PrintError) -> String {
    try PrintPage(
      title: "Patient-reported, \(report.days.lowerBound.iso) to \(report.days.upperBound.iso)",
      lead: words.standing,
      sections: words.sections.map { PrintPage.Section(heading: $0.title, lines: $0.lines.map(\.sentence)) },
      foot: words.foot, pictures: ReportPictures.svg(report)
    ).html(.page)
  }
}
