import Journal

/// A line of a report: words, or a name with its values.
package struct ReportLine: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case words(String)
    case values(String, [String], width: Int)
  }

  var content: Content
  /// What it is about; nil where no entries stand behind it.
  package var topic: ReportTopic?

  static func words(_ words: String, _ topic: ReportTopic? = nil) -> ReportLine {
    ReportLine(content: .words(words), topic: topic)
  }

  static func values(_ name: String, _ values: [String], width: Int, _ topic: ReportTopic? = nil) -> ReportLine {
    ReportLine(content: .values(name, values, width: width), topic: topic)
  }

  /// For a page, where columns do not line up.
  package var sentence: String {
    switch content {
    case .words(let words): words
    case .values(let name, let values, _): "\(name): \(values.joined(separator: " | "))"
    }
  }

  /// With spaces between the columns.
  var columns: String {
    switch content {
    case .words(let words): words
    case .values(let name, let values, let width):
      ReportText.pad(name, width) + " "
        + (values.dropLast().map { ReportText.pad($0, 26) } + [values.last ?? ""]).joined(separator: " ")
    }
  }
}

/// Lines under a heading.
package struct ReportSection: Equatable, Sendable {
  package var title: String
  package var lines: [ReportLine]
}
