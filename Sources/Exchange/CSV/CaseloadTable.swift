import Journal

/// The long table of a caseload: a row an answer, with whose it is, and which log it came with.
package enum CaseloadTable {
  private static let people: [LogTable.Column] = [
    ("participant", "integer", "Number on the programme's roster."),
    ("person", "string", "The person's id in logs."),
    ("name", "string", "The programme's name for the person; empty unless it was asked for."),
  ]
  private static let sources: [LogTable.Column] = [
    ("disputed", "string", "yes where another row of the same entry and revision says something else."),
    ("source", "string", "patient-reported: nobody verified it."),
    ("log", "string", "Id of the log that brought it."),
    ("log_made", "datetime", "When that log was made."),
    ("signed_by", "string", "Fingerprint of the key that signed that log."),
  ]

  package static var header: String { CSVText.lines([(people + LogTable.columns + sources).map { .text($0.name) }]) }

  /// Rows of one entry.
  package static func rows(
    _ shared: SharedEntry, participant: Int64, person: String, name: String?, source: EntrySource
  ) -> String {
    let before: [CSVText.Cell] = [.number(Double(participant)), .text(person), .text(name ?? "")]
    let after: [CSVText.Cell] = [
      .text(source.isDisputed ? "yes" : ""), "patient-reported", .text(source.log), .text(source.made.rfc3339),
      .text(source.signer),
    ]
    return CSVText.lines(LogTable.cells(shared, name: shared.entry.id.text).map { before + $0 + after })
  }

  /// `about`: what this is, and what may be done with it.
  package static func descriptor(title: String, about: String) throws(LogEntryError) -> [UInt8] {
    try LogTable.descriptor(title: title, columns: people + LogTable.columns + sources, about: about)
  }
}
