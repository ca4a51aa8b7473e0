import Exchange
import Forms
import Journal
import Vault

/// One person on the roster, as things stand today.
struct RosterRow: Equatable {
  /// What a reader has to know first, the most pressing before the others. None of it means that all is fine.
  enum Standing: Int, CaseIterable, Comparable {
    case reported, noFile, notShared, notAsked, seen, noneReported

    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }

    /// As it is typed after `--only`.
    var word: String {
      switch self {
      case .reported: "reported"
      case .noFile: "no-file"
      case .notShared: "not-shared"
      case .notAsked: "not-asked"
      case .seen: "seen"
      case .noneReported: "none-reported"
      }
    }
  }

  /// Something reported, and what was done about it.
  struct Flag: Equatable {
    var subject: ReadFirst.Subject
    var state: RosterSummary.Flag.State
    var day: Day?
    var note: SeenNote?
    var isUnseen: Bool
  }

  /// A file is missed from here on: more days than this since the last day that one is about.
  static let patience = 7
  /// What has to be asked before "none reported" says anything.
  static let core: [ReadFirst.Subject] = [.selfHarmItem, .highUrges, .actedOn]

  let person: Participant
  let summary: RosterSummary?
  let flags: [Flag]
  /// The last day that a file is about, where one is missed since; with none at all nil, and `isMissing` holds.
  let isMissing: Bool

  init(_ person: Participant, _ summary: RosterSummary?, seen: [SeenNote], today: Day) {
    self.person = person
    self.summary = summary
    flags = (summary?.flags ?? []).map { flag in
      let note = seen.last { $0.subject == flag.subject.rawValue }
      let isUnseen = flag.arrived.map { arrived in note.map { $0.at < arrived } ?? true } ?? false
      return Flag(subject: flag.subject, state: flag.state, day: flag.day, note: note, isUnseen: isUnseen)
    }
    let last = summary?.range.upperBound
    isMissing = last.map { today.daysSince1970 - $0.daysSince1970 > Self.patience } ?? true
  }

  var unseen: [Flag] { flags.filter(\.isUnseen) }
  var reported: [Flag] { flags.filter { !$0.isUnseen && $0.state == .reported } }

  func core(_ state: RosterSummary.Flag.State) -> [ReadFirst.Subject] {
    flags.filter { $0.state == state && Self.core.contains($0.subject) && !$0.isUnseen }.map(\.subject)
  }

  var standing: Standing {
    if !unseen.isEmpty { return .reported }
    if isMissing { return .noFile }
    if !core(.notShared).isEmpty { return .notShared }
    if !reported.isEmpty { return .seen }
    return core(.notAsked).isEmpty ? .noneReported : .notAsked
  }

  /// Whether it belongs to those asked for; one row can belong to several.
  func fits(_ asked: Standing) -> Bool {
    switch asked {
    case .reported: !unseen.isEmpty || !reported.isEmpty
    case .noFile: isMissing
    // Of days without a file nothing can be said.
    case .notShared: !isMissing && !core(.notShared).isEmpty
    case .notAsked: !isMissing && !core(.notAsked).isEmpty
    case .seen: !reported.isEmpty
    case .noneReported: standing == .noneReported
    }
  }

  /// No file comes right after what is reported and not yet seen, the longest without one first.
  static func readFirst(_ a: RosterRow, _ b: RosterRow) -> Bool {
    if a.standing != b.standing { return a.standing < b.standing }
    if a.standing == .noFile, a.last != b.last { return a.last < b.last }
    return byName(a, b)
  }

  static func byName(_ a: RosterRow, _ b: RosterRow) -> Bool {
    (a.person.name.lowercased(), a.person.n) < (b.person.name.lowercased(), b.person.n)
  }

  /// The oldest file first, after those without one.
  static func byLast(_ a: RosterRow, _ b: RosterRow) -> Bool { a.last == b.last ? byName(a, b) : a.last < b.last }

  private var last: Day { summary?.range.upperBound ?? Day(daysSince1970: -700_000) }
}
