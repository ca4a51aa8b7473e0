import Forms
import JSON

/// What a programme hands out to everybody who begins with it: who it is, whom to call, who reads what is sent, when the
/// sessions are, its questionnaires and its keys. A plain text file; its signature ties the numbers to the keys.
package struct ProgrammePack: Equatable, Sendable {
  /// A session that comes back each week.
  package struct Weekly: Equatable, Sendable {
    package var day: Weekday
    package var at: TimeOfDay
    package var minutes: Int
    package var what: String
    package init(day: Weekday, at: TimeOfDay, minutes: Int, what: String) {
      self.day = day
      self.at = at
      self.minutes = minutes
      self.what = what
    }

    /// `Mon 09:00 180 Group`
    var text: String { "\(day.word.capitalized.prefix(3)) \(at.iso) \(minutes) \(what)" }
  }

  /// Stands on its key card too.
  package var name: String
  package var keys: PublicKeys
  /// The day it was made: who has a newer one is told.
  package var made: Day?
  package var hours: String?
  /// Numbers to call: one of the two is there.
  package var byDay: String?
  package var afterHours: String?
  /// What to do in an emergency, a step a line.
  package var steps: [String] = []
  package var whoReads: String
  package var howOften: String
  /// What to do until somebody has read it.
  package var meanwhile: String
  package var notice: LogManifest.Notice?
  package var sessions: [Weekly] = []
  /// FHIR R4 Questionnaires.
  package var questionnaires: [JSON] = []

  package init(name: String, keys: PublicKeys, whoReads: String, howOften: String, meanwhile: String) {
    self.name = name
    self.keys = keys
    self.whoReads = whoReads
    self.howOften = howOften
    self.meanwhile = meanwhile
  }

  package var card: KeyCard { KeyCard(name: name, keys: keys) }

  /// Whether it was made before another, or says no day where that one does.
  package func isOlder(than other: ProgrammePack) -> Bool {
    guard let there = other.made else { return false }
    return made.map { $0 < there } ?? true
  }

  static let title = "Handrail programme pack"
  static let version = 1
  /// Bytes of a file.
  package static let limit = 256 << 10

  /// What one file has at most.
  enum Most {
    /// Bytes of a value; of the notice, which lawyers write.
    static let value = 500
    static let notice = 2_000
    static let steps = 12
    static let sessions = 40
    static let questionnaires = 20
    /// Minutes of a session.
    static let minutes = 24 * 60
  }

  /// Whether bytes begin as a pack does, of any version.
  package static func isAhead(in bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(4_096).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }
    return start.starts(with: title.utf8)
  }
}

/// Why a file is not a pack, or a pack cannot be written. Lines count from 1.
package enum ProgrammePackError: Error, Equatable {
  case empty, tooLarge, notText
  /// It holds a secret key.
  case secret
  case notAPack
  /// A pack of a later version of the program.
  case newer
  /// The end is missing.
  case cutOff
  case noSignature
  /// The signature is no signature of a pack, or by other keys than those on the card.
  case signature(SSHSignatureError)
  /// Something follows the signature.
  case trailing(line: Int)
  /// A line with hidden characters, which could show something else than they say.
  case hidden(line: Int)
  case unknown(line: Int)
  case twice(String, line: Int)
  /// A value that the line cannot have.
  case value(String, line: Int)
  case tooMany(String, line: Int)
  /// What must be there, by the beginning of its line.
  case missing(String)
  case questionnaire(String, line: Int)
  case card(KeyCardError)
  /// The name on the card is not the name above.
  case otherName
  case signing
}
