import Forms
import Journal

/// A log that was read and checked, ready to be kept.
package struct TakenLog: Sendable {
  /// A form as the manifest describes it. `digest` is SHA-256 of its canonical bytes.
  package struct Description: Sendable {
    package var digest: [UInt8]
    package var body: String
    package init(digest: [UInt8], body: String) {
      self.digest = digest
      self.body = body
    }
  }

  /// One version of an entry. `digest` is the first half of SHA-256 over its bytes.
  package struct Line: Sendable {
    package var name: String
    package var revision: Int
    package var digest: [UInt8]
    package var form: String
    /// Its place among the forms of the log.
    package var place: Int
    package var day: Day
    package var body: String

    package init(name: String, revision: Int, digest: [UInt8], form: String, place: Int, day: Day, body: String) {
      self.name = name
      self.revision = revision
      self.digest = digest
      self.form = form
      self.place = place
      self.day = day
      self.body = body
    }
  }

  package var participant: Int64
  /// The key that signed it, and the participant's id in it.
  package var signing: [UInt8]
  package var logID: String
  /// SHA-256 of the log, and of the file as it came.
  package var digest: [UInt8]
  package var sealedDigest: [UInt8]
  package var exportID: String
  package var sequence: Int
  /// In milliseconds.
  package var created: Int64
  package var days: ClosedRange<Day>
  /// The manifest without its forms, and the line of the signature as text.
  package var head: String
  package var signature: String
  /// The person's words for the session.
  package var note: String?
  package var forms: [Description]
  /// By name and revision, as in the log.
  package var lines: [Line]

  package init(
    participant: Int64, signing: [UInt8], logID: String, digest: [UInt8], sealedDigest: [UInt8], exportID: String,
    sequence: Int, created: Int64, days: ClosedRange<Day>, head: String, signature: String, note: String?,
    forms: [Description], lines: [Line]
  ) {
    self.participant = participant
    self.signing = signing
    self.logID = logID
    self.digest = digest
    self.sealedDigest = sealedDigest
    self.exportID = exportID
    self.sequence = sequence
    self.created = created
    self.days = days
    self.head = head
    self.signature = signature
    self.note = note
    self.forms = forms
    self.lines = lines
  }
}

/// What became of one line of a log.
package enum LineResult: String, CaseIterable, Sendable {
  /// An entry that was not there.
  case new
  /// It stands in place of another version.
  case updated
  case withdrawn
  /// This very version was there.
  case same
  /// A newer version was there, or one that shows more.
  case older
  /// Another version of the same revision says something else; both are kept.
  case conflict
}

/// Says of each version of one entry what it is, in the order given: a function of the set of them.
package typealias CaseloadMerge = ([EntryVersion]) -> [EntryStanding]

/// What the roster shows of a person, out of what is stored now, as JSON; nil leaves no row.
package typealias CaseloadSummary = (CaseloadReader, Int64) throws(VaultError) -> String?
