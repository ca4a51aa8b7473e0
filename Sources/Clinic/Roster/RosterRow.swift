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
  let unseen: [Flag]
  let reported: [Flag]
  let standing: Standing

  init(_ person: Participant, _ summary: RosterSummary?, seen: [SeenNote], today: Day) {
    self.person = person
    self.summary = summary
    let flags = (summary?.flags ?? []).map { flag in
      let note = seen.last { $0.subject == flag.subject.rawValue }
      let isUnseen = flag.arrived.map { arrived in note.map { $0.at < arrived } ?? true } ?? false
      return Flag(subject: flag.subject, state: flag.state, day: flag.day, note: note, isUnseen: isUnseen)
    }
    let last = summary?.range.upperBound
    self.flags = flags
    let isMissing = last.map { today.daysSince1970 - $0.daysSince1970 > Self.patience } ?? true
    self.isMissing = isMissing
    unseen = flags.filter(\.isUnseen)
    reported = flags.filter { !$0.isUnseen && $0.state == .reported }
    standing = Self.standing(flags, isMissing: isMissing)
  }

  func core(_ state: RosterSummary.Flag.State) -> [ReadFirst.Subject] { Self.core(state, of: flags) }

  private static func core(_ state: RosterSummary.Flag.State, of flags: [Flag]) -> [ReadFirst.Subject] {
    flags.filter { $0.state == state && core.contains($0.subject) && !$0.isUnseen }.map(\.subject)
  }

  private static func standing(_ flags: [Flag], isMissing: Bool) -> Standing {
    if flags.contains(where: \.isUnseen) { return .reported }
    if isMissing { return .noFile }
    if !core(.notShared, of: flags).isEmpty { return .notShared }
    if flags.contains(where: { $0.state == .reported }) { return .seen }
    return core(.notAsked, of: flags).isEmpty ? .noneReported : .notAsked
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
}
