import Exchange
import Forms
import Journal
import Vault

/// Everything on a person's page, however it is shown.
struct PageContent {
  var person: Participant
  var span: PageSpan
  var report: Report
  /// What is known of each flag's notes.
  var flags: [Flag]
  var withheld: [String]
  var reading: String?
  var frame: ReportFrame
  /// What the lines were made from, with the lines of the caseload.
  var entries: [Kept]
  /// The last day that files are about, and when the newest was made.
  var filesEnd: Day
  var made: Day

  /// An entry as it was read, and the row it is from.
  struct Kept {
    var answered: Answered
    var line: CaseloadLine
  }

  struct Flag: Equatable {
    var subject: ReadFirst.Subject
    var state: ReadFirst.State
    var notes: [SeenNote]
    /// A report came after the last note, or there is none.
    var isUnseen: Bool

    var newest: Day? { if case .reported(let days) = state { days.last } else { nil } }
  }

  var text: ReportText { ReportText(report, withheld: withheld, reading: reading, frame: frame) }

  var page: ReportPage { ReportPage(report, withheld: withheld, reading: reading, frame: frame) }

  /// The rows behind a line.
  func lines(behind topic: ReportTopic) -> [CaseloadLine] {
    if topic == .disputed { return entries.filter(\.line.isDisputed).map(\.line) }
    let names = Set(topic.entries(in: entries.map(\.answered)).map(\.entry.id.text))
    return entries.filter { names.contains($0.line.name) }.map(\.line)
  }
}
