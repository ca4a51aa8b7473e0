import Forms
import JSON
import Journal

/// The first line of a log file: whose it is, for whom, and what is in it.
package struct LogManifest: Equatable, Sendable {
  package static let format = "handrail-log"
  package static let version = "1.0"

  /// Whose log it is. `id` is bound to the signing key where a clinic enrols it.
  package struct Participant: Equatable, Sendable {
    package var id: String
    package var displayName: String?
    /// An `ssh-ed25519 …` line.
    package var signingKey: String
    /// `age1…`, for files that come back.
    package var recipient: String
    package init(id: String, displayName: String? = nil, signingKey: String, recipient: String) {
      self.id = id
      self.displayName = displayName
      self.signingKey = signingKey
      self.recipient = recipient
    }
  }

  /// What may be done with it further, as the programme worded it.
  package struct Notice: Equatable, Sendable {
    package var text: String
    package var basis: String
    package init(text: String, basis: String) {
      self.text = text
      self.basis = basis
    }
  }

  package var exportId: String
  /// Counts the logs to this recipient, from 1.
  package var sequence: Int
  package var previousExportId: String?
  package var createdAt: Moment
  package var app: String
  package var participant: Participant
  /// `age1…` keys it is meant for; empty where it is sealed with a passphrase.
  package var recipients: [String]
  package var range: ClosedRange<Day>
  package var purpose: String
  package var consentId: String
  package var categories: [ShareCategory: ShareDetail]
  package var expiresAt: Day?
  package var notice: Notice?
  /// The person's own words for the session.
  package var note: String?

  package init(
    exportId: String, sequence: Int, previousExportId: String? = nil, createdAt: Moment, app: String,
    participant: Participant, recipients: [String], range: ClosedRange<Day>, purpose: String, consentId: String,
    categories: [ShareCategory: ShareDetail], expiresAt: Day? = nil, notice: Notice? = nil,
    note: String? = nil,
  ) {
    self.exportId = exportId
    self.sequence = sequence
    self.previousExportId = previousExportId
    self.createdAt = createdAt
    self.app = app
    self.participant = participant
    self.recipients = recipients
    self.range = range
    self.purpose = purpose
    self.consentId = consentId
    self.categories = categories
    self.expiresAt = expiresAt
    self.notice = notice
    self.note = note
  }

  /// `entriesSha256`: lower-case hex over all entry lines with their line feeds.
  func json(forms: JSON, active: Int, withdrawn: Int, entriesSha256: String) -> JSON {
    var person: [(String, JSON)] = [
      ("id", .string(participant.id)), ("signingKey", .string(participant.signingKey)),
      ("recipient", .string(participant.recipient)),
    ]
    if let name = participant.displayName { person.append(("displayName", .string(name))) }
    var consent: [(String, JSON)] = [
      ("id", .string(consentId)),
      ("categories", .object(JSON.Object(categories.map { ($0.key.rawValue, .string($0.value.rawValue)) }))),
    ]
    if let expiresAt { consent.append(("expiresAt", .string(expiresAt.iso))) }
    var members: [(String, JSON)] = [
      ("format", .string(Self.format)), ("version", .string(Self.version)), ("exportId", .string(exportId)),
      ("sequence", .number(Double(sequence))), ("createdAt", .string(createdAt.rfc3339)),
      ("zone", .string(createdAt.zone)), ("app", .string(app)), ("participant", .object(JSON.Object(person))),
      ("recipients", .array(recipients.sorted().map(JSON.string))),
      ("range", ["from": .string(range.lowerBound.iso), "to": .string(range.upperBound.iso)]),
      ("purpose", .string(purpose)), ("consent", .object(JSON.Object(consent))), ("forms", forms),
      (
        "counts",
        [
          "entries": .number(Double(active + withdrawn)), "active": .number(Double(active)),
          "withdrawn": .number(Double(withdrawn)),
        ]
      ),
      ("entriesSha256", .string(entriesSha256)),
    ]
    if let note { members.append(("note", .string(note))) }
    if let previousExportId { members.append(("previousExportId", .string(previousExportId))) }
    if let notice { members.append(("notice", ["text": .string(notice.text), "basis": .string(notice.basis)])) }
    return .object(JSON.Object(members))
  }
}
