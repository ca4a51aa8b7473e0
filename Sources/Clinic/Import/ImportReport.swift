import Conversation
import Exchange
import Forms
import Terminal
import Vault

/// What became of the files, for the screen and for other programs.
struct ImportReport {
  struct File {
    var path: String
    var outcome: FileTaking.Outcome
    /// What became of each entry, where that is asked for.
    var lines: [Line] = []

    /// Taken in before.
    var isKnown: Bool {
      switch outcome {
      case .same, .skipped: true
      case .taken, .refused: false
      }
    }
  }

  struct Line: Equatable {
    var name: String
    var revision: Int
    var day: Day
    var form: String
    var title: String
    var result: LineResult
  }

  private(set) var files: [File] = []
  let passedOver: [String]
  private static let mostNamed = 10
  private static let mostKnown = 3

  init(passedOver: [String]) { self.passedOver = passedOver }

  mutating func add(_ path: String, _ outcome: FileTaking.Outcome, keepsLines: Bool) {
    guard case .taken(let person, var log, let results) = outcome else {
      files.append(File(path: path, outcome: outcome))
      return
    }
    let titles = keepsLines ? log.forms.map { LogForm(kept: $0.body)?.form.title ?? "" } : []
    let lines =
      keepsLines
      ? zip(log.lines, results).map { line, result in
        Line(
          name: line.name, revision: line.revision, day: line.day, form: line.form, title: titles[line.place],
          result: result)
      } : []
    // Words are in the caseload now: a large batch must not hold them all.
    log.lines = []
    log.forms = []
    files.append(File(path: path, outcome: .taken(person, log, results), lines: lines))
  }

  var results: [LineResult] {
    files.flatMap { file -> [LineResult] in
      if case .taken(_, _, let results) = file.outcome { results } else { [] }
    }
  }

  var refusals: [FileRefusal] {
    files.compactMap { file -> FileRefusal? in
      if case .refused(let refusal) = file.outcome { refusal } else { nil }
    }
  }

  static func count(_ result: LineResult, in results: [LineResult]) -> Int { results.count { $0 == result } }

  /// The end of the command, where files were refused.
  var failure: Failure? {
    let refusals = refusals
    guard !refusals.isEmpty else { return nil }
    return Failure(
      refusals.count == 1 ? "One file was refused." : "\(refusals.count) files were refused.",
      safe: "Nothing of \(refusals.count == 1 ? "it" : "them") was kept.",
      code: refusals.contains(.file(.missing)) ? 66 : 65)
  }

  // MARK: On the screen

  func show(in session: Session, details: Bool) {
    let known = files.count(where: \.isKnown)
    // A folder that is taken again each week: what is new must not drown.
    let isShort = !details && known > Self.mostKnown
    for file in files where !isShort || !file.isKnown {
      session.console.show(
        [.bullet(Rich([.init(file.path, .strong), .init(": " + Self.words(file.outcome))]))], to: .result)
      if details, !file.lines.isEmpty {
        session.console.show(
          [.inset(file.lines.sorted { ($0.day, $0.title) < ($1.day, $1.title) }.map(Self.row))], to: .result)
      }
    }
    if isShort {
      session.console.show(
        [.bullet(Rich("\(known) files were taken in before; nothing in them is new. `--details` lists them."))],
        to: .result)
    }
    for path in passedOver.prefix(Self.mostNamed) {
      session.console.show([.bullet(Rich([.init(path, .strong), .init(": passed over, not a log by its name.")]))])
    }
    if passedOver.count > Self.mostNamed {
      session.show(.bullet(Rich("And \(passedOver.count - Self.mostNamed) more that are not logs by their names.")))
    }
    session.console.show(totals, to: .result)
    // Each way on once, however many files it is for.
    var said: Set<String> = []
    for refusal in refusals {
      if let next = refusal.next, said.insert(next).inserted { session.show(.text(Rich(next))) }
    }
  }

  private var totals: [Block] {
    guard files.count > 1 || !results.isEmpty else { return [] }
    let taken = files.count { file in
      if case .taken = file.outcome { true } else { false }
    }
    var blocks: [Block] = []
    if files.count > 1 {
      blocks = [
        .blank,
        .text(Rich("\(taken) of \(files.count) files taken in." + (taken == 0 ? "" : " \(Self.counts(results))"))),
      ]
    }
    if results.contains(.conflict) {
      blocks.append(.text("Some entries say two things. `conflicts` shows them side by side."))
    }
    return blocks
  }

  private static func row(_ line: Line) -> Block {
    .text(Rich("\(line.day.iso)  \(line.title)  \(words(line.result))"))
  }

  private static func words(_ outcome: FileTaking.Outcome) -> String {
    switch outcome {
    case .taken(let person, _, let results): "\(person.name) (#\(person.n)). \(counts(results))"
    case .same(let person): "\(person.name) (#\(person.n)). Taken in before; nothing is new."
    case .skipped: "taken in before."
    case .refused(let refusal): "refused. \(refusal.why)"
    }
  }

  /// `22 entries: 20 new, 2 same.`
  static func counts(_ results: [LineResult]) -> String {
    guard !results.isEmpty else { return "No entries." }
    let parts = LineResult.allCases.compactMap { kind -> String? in
      let count = count(kind, in: results)
      return count == 0 ? nil : "\(count) \(words(kind))"
    }
    return "\(results.count == 1 ? "1 entry" : "\(results.count) entries"): \(parts.joined(separator: ", "))."
  }

  static func words(_ result: LineResult) -> String {
    switch result {
    case .new: "new"
    case .updated: "updated"
    case .withdrawn: "withdrawn"
    case .same: "the same"
    case .older: "older than what is here"
    case .conflict: "in conflict"
    }
  }
}
