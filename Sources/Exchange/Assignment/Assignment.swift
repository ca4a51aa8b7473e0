import Forms
import JSON
import Journal

/// Work that a programme gives to one person: homework, what to watch on the diary card, a questionnaire, a page to read.
/// A file of two lines, signed by the programme and sealed for the person.
package struct Assignment: Equatable, Sendable {
  package static let format = "handrail-assignment"
  package static let version = "1.0"

  /// One thing. Its id is the programme's, and comes back as a link from what was done.
  package struct Item: Equatable, Sendable {
    package var id: ULID
    package var work: Work
    package init(id: ULID, _ work: Work) {
      self.id = id
      self.work = work
    }
  }

  package enum Work: Equatable, Sendable {
    case homework(Homework)
    case target(Target)
    /// A FHIR R4 Questionnaire, and after how many days it comes up again.
    case questionnaire(JSON, everyDays: Int?)
    /// A page to read: a whole content file.
    case module(id: String, text: String)
  }

  package struct Homework: Equatable, Sendable {
    package var what: String
    package var why: String?
    /// A code of the form `homework`.
    package var often: String?
    package var due: Day?
    package init(what: String, why: String? = nil, often: String? = nil, due: Day? = nil) {
      self.what = what
      self.why = why
      self.often = often
      self.due = due
    }
  }

  package struct Target: Equatable, Sendable {
    package var name: String
    package var kind: DiaryTargets.Kind
    package var note: String?
    package init(name: String, kind: DiaryTargets.Kind, note: String? = nil) {
      self.name = name
      self.kind = kind
      self.note = note
    }
  }

  package var id: ULID
  package var created: Moment
  /// The program that wrote it, and its version.
  package var app: String
  package var programme: String
  package var from: PublicKeys
  package var participant: PublicKeys
  package var items: [Item]

  package init(
    id: ULID, created: Moment, app: String, programme: String, from: PublicKeys, participant: PublicKeys, items: [Item]
  ) {
    self.id = id
    self.created = created
    self.app = app
    self.programme = programme
    self.from = from
    self.participant = participant
    self.items = items
  }

  /// What one assignment has at most.
  enum Most {
    static let items = 50
    /// Bytes of a name, of a line that tells something, of a page.
    static let name = 200
    static let words = 4_000
    static let page = 256 << 10
    static let days = 366
  }

  /// Codes of the question `often` of the form `homework`.
  package static let often: Set<String> = ["once", "few", "daily", "when-needed"]

  /// Whether opened bytes begin as an assignment does, of any version.
  package static func isAhead(in bytes: [UInt8]) -> Bool {
    guard let line = bytes.split(separator: 10, maxSplits: 1).first, line.first == UInt8(ascii: "{") else {
      return false
    }
    let head = try? JSON(reading: Array(line), limits: JSONLimits(bytes: LogLimits.line))
    return head?["format"]?.string == format
  }
}

/// Why bytes are not an assignment, or one cannot be written. Holds nothing of the file but names of fields.
package enum AssignmentRefusal: Error, Equatable {
  case notAnAssignment
  /// Of a later version of the program.
  case version
  case tooLarge, cutOff
  case json(JSONError.Reason, line: Int, column: Int)
  /// A line is valid JSON and is not written as the format asks.
  case notCanonical(line: Int)
  /// A field that must be there is not, or holds something else: `items.2.due`.
  case field(String)
  /// An item of a kind that this program does not know, counted from 1.
  case kind(item: Int)
  case signing

  /// One plain sentence.
  package var message: String {
    switch self {
    case .notAnAssignment: "This is not an assignment."
    case .version: "This assignment was written by a newer version of Handrail."
    case .tooLarge: "The assignment is larger than one may be."
    case .cutOff: "The assignment is cut off: its end is missing."
    case .json(let reason, let line, let column): "Line \(line), column \(column): \(reason.words)."
    case .notCanonical(let line): "Line \(line) is not written the way an assignment is."
    case .field(let name): "Line 1: `\(name)` is missing, or holds what it cannot hold."
    case .kind(let item): "Item \(item) is of a kind that this Handrail does not know."
    case .signing: "The assignment could not be signed."
    }
  }
}
