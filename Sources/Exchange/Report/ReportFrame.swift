import Journal

/// What stands around a report where a programme reads it: whose it is, which days and why, and what only the programme
/// knows.
package struct ReportFrame: Equatable, Sendable {
  /// The first line.
  package var title: String
  /// Which days these are, and where files end.
  package var lead: [String]
  /// What was done about something to read first, or has yet to be seen; below its line.
  package var notes: [ReadFirst.Subject: [String]]
  /// What was given, and what came back.
  package var given: [String]
  /// What may be done further with what is here, as the programme worded it.
  package var notice: String?

  package init(
    title: String, lead: [String] = [], notes: [ReadFirst.Subject: [String]] = [:], given: [String] = [],
    notice: String? = nil
  ) {
    self.title = title
    self.lead = lead
    self.notes = notes
    self.given = given
    self.notice = notice
  }

  /// Lines of text that it takes at most: what is read in two minutes.
  package static let lines = 60
}
