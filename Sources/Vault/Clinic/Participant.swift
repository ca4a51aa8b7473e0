/// Somebody whose logs a programme takes in.
package struct Participant: Equatable, Sendable {
  package enum Status: String, Sendable {
    case here
    /// Kept, and shown only when asked for.
    case discharged
  }

  /// The number on the roster. It is never given twice.
  package var n: Int64
  /// As the programme calls them; nobody else sees it.
  package var name: String
  package var status: Status
  /// In milliseconds.
  package var since: Int64
  package var until: Int64?
  /// The newest first.
  package var keys: [PersonKey]

  package var current: PersonKey? { keys.first(where: \.isCurrent) }
}

/// What a person signs with, and files for them are sealed to.
package struct PersonKey: Equatable, Sendable {
  /// 32 bytes of Ed25519.
  package var signing: [UInt8]
  /// `age1…`
  package var recipient: String
  /// The id in the logs that it signs; nil until the first one.
  package var logID: String?
  package var at: Int64
  package var isCurrent: Bool
  /// Whether the eight words were compared with the person.
  package var isCompared: Bool

  package init(
    signing: [UInt8], recipient: String, logID: String? = nil, at: Int64, isCurrent: Bool = true, isCompared: Bool
  ) {
    self.signing = signing
    self.recipient = recipient
    self.logID = logID
    self.at = at
    self.isCurrent = isCurrent
    self.isCompared = isCompared
  }
}

/// Who does something in a caseload, and when: it goes into the audit trail.
package struct Doing: Sendable {
  /// Initials.
  package var by: String
  /// In milliseconds.
  package var at: Int64

  package init(by: String, at: Int64) {
    self.by = by
    self.at = at
  }
}
