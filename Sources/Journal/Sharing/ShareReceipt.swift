import Forms

/// What was shared, when and with whom: kept for the person, and so that the next log knows what its reader has.
package struct ShareReceipt: Equatable, Sendable {
  /// How it left.
  package enum Way: String, Sendable, CaseIterable { case screen, text, page, log, fhir, csv }

  /// One entry as it went.
  package struct Sent: Equatable, Sendable {
    package var entry: ULID
    package var revision: Int
    package var isWithdrawn: Bool
    package var form: String
    package var version: Int
    package var day: Day
    /// Of the line it went as: whether it would go as the same again.
    package var digest: [UInt8]

    package init(
      entry: ULID, revision: Int, isWithdrawn: Bool, form: String, version: Int, day: Day, digest: [UInt8]
    ) {
      self.entry = entry
      self.revision = revision
      self.isWithdrawn = isWithdrawn
      self.form = form
      self.version = version
      self.day = day
      self.digest = digest
    }
  }

  package var id: ULID
  /// A name from the list of recipients, or the words that the person gave: "on paper".
  package var recipient: String
  /// Counts the logs to this recipient from 1; 0 for what no program reads.
  package var sequence: Int
  package var at: Moment
  package var way: Way
  package var days: ClosedRange<Day>
  /// Categories by name, each full, numbers or none.
  package var details: [String: String]
  package var note: String?
  package var sent: [Sent]

  package init(
    id: ULID, recipient: String, sequence: Int, at: Moment, way: Way, days: ClosedRange<Day>,
    details: [String: String], note: String? = nil, sent: [Sent]
  ) {
    self.id = id
    self.recipient = recipient
    self.sequence = sequence
    self.at = at
    self.way = way
    self.days = days
    self.details = details
    self.note = note
    self.sent = sent
  }
}
