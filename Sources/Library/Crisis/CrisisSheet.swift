import Forms

/// Whom to call in one country.
package struct CrisisSheet: Equatable, Sendable {
  /// Two capital letters; `ZZ` is everywhere else.
  package var country: String
  package var name: String
  package var emergency: Emergency
  package var lines: [CrisisLine]

  package struct Emergency: Equatable, Sendable {
    package var number: String
    package var verifiedOn: Day?
    package var source: Source?
  }
}

/// One crisis line or helpline.
package struct CrisisLine: Equatable, Sendable {
  package var id: String
  package var name: String
  /// Whom or what it is for, and what it is not.
  package var purpose: String
  package var ways: [Way]
  package var hours: String
  package var languages: [String]
  package var source: Source?
  /// The day on which someone compared this line with its source.
  package var verifiedOn: Day?
}

/// One way to reach a line.
package struct Way: Equatable, Sendable {
  package enum Channel: String, Sendable, CaseIterable { case call, text, chat, web, relay }
  package var channel: Channel
  /// A number or an address, as one would dial or type it.
  package var to: String
  package var note: String?
}

/// A country that has a crisis sheet.
package struct Region: Equatable, Sendable {
  /// Two small letters, as the file is named.
  package var code: String
  package var name: String
}
