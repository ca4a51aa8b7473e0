import Forms

/// What a clinician reads before anything else. No state of it means that all is fine.
package struct ReadFirst: Equatable, Sendable {
  package enum Subject: String, CaseIterable, Sendable {
    case selfHarmItem, highUrges, actedOn, redDays, doses, planUsed

    package var title: String {
      switch self {
      case .selfHarmItem: "Self-harm question above zero"
      case .highUrges: "Strong urges"
      case .actedOn: "Acted on an urge"
      case .redDays: "Red day in the relapse plan"
      case .doses: "More medicine than the label says"
      case .planUsed: "Emergency plan used"
      }
    }

    /// For a line with several of them.
    package var short: String {
      switch self {
      case .selfHarmItem: "self-harm"
      case .highUrges: "strong urges"
      case .actedOn: "acted on"
      case .redDays: "red day"
      case .doses: "doses"
      case .planUsed: "plan used"
      }
    }
  }

  package enum State: Equatable, Sendable {
    /// The days it was reported on, oldest first.
    case reported([Day])
    /// It was asked, and nothing was reported. Not the same as fine.
    case noneReported
    case notAsked
    case notShared
    /// A clinic had no file since that day; nil if it never had one.
    case noFile(since: Day?)
  }

  package var subject: Subject
  package var state: State
  package init(subject: Subject, state: State) {
    self.subject = subject
    self.state = state
  }
}

/// An entry with the form it was answered on: what a report is made from.
package struct Answered: Equatable, Sendable {
  package var entry: Entry
  package var form: Form
  package init(entry: Entry, form: Form) {
    self.entry = entry
    self.form = form
  }
}

extension ReadFirst {
  /// From here on an urge is listed: 7 of 10, 4 of 5, 80 of 100.
  private static let strong = 0.7

  /// Every subject, in order. `withheld` says of which ones nothing is shared: then an earlier no says nothing.
  package static func all(_ entries: [Answered], withheld: Set<Subject> = []) -> [ReadFirst] {
    Subject.allCases.map { subject in
      let seen = entries.compactMap { one in isReported(subject, in: one).map { (one.entry.day, $0) } }
      let days = Set(seen.filter(\.1).map(\.0)).sorted()
      let state: State =
        !days.isEmpty
        ? .reported(days) : withheld.contains(subject) ? .notShared : seen.isEmpty ? .notAsked : .noneReported
      return ReadFirst(subject: subject, state: state)
    }
  }

  /// Whether an entry reports it; nil where it was not asked, or not answered.
  package static func isReported(_ subject: Subject, in one: Answered) -> Bool? {
    let answers = one.entry.answers
    switch subject {
    case .selfHarmItem:
      let asked = one.form.allQuestions.filter { $0.selfHarm == true }.compactMap { question in
        answers.flat[question.id].map { question.isAboveZero($0) }
      }
      return asked.isEmpty ? nil : asked.contains(true)
    case .highUrges:
      let urges = urges(in: one)
      return urges.isEmpty ? nil : urges.contains { $0.share >= strong }
    case .actedOn:
      var found: [Bool] = []
      for (question, answer) in answers where question == "acted" || question.hasPrefix("acted-") {
        switch answer {
        case .yesNo(let yes): found.append(yes)
        case .text("did"), .text("partly"): found.append(true)
        case .text("did-not"): found.append(false)
        default: break
        }
      }
      return found.isEmpty ? nil : found.contains(true)
    case .redDays:
      guard one.form.id == "signs-check", case .text(let colour)? = answers["colour"] else { return nil }
      return colour == "red"
    case .doses:
      guard one.form.id == "dose", case .text(let taken)? = answers["taken"] else { return nil }
      return taken == "more"
    case .planUsed: return nil
    }
  }

  /// An urge as it was rated, and how far up its scale that is.
  package struct Urge: Equatable, Sendable {
    package var value: Double
    package var high: Double
    package var share: Double
  }

  /// Every urge that an entry rates.
  package static func urges(in one: Answered) -> [Urge] {
    one.form.allQuestions.filter { isUrge($0, of: one.form) }.compactMap { question in
      guard case .scale(let low, let high, _, _) = question.kind, high > low,
        case .number(let value)? = one.entry.answers[question.id]
      else { return nil }
      return Urge(value: value, high: Double(high), share: (value - Double(low)) / Double(high - low))
    }
  }

  private static func isUrge(_ question: Question, of form: Form) -> Bool {
    switch form.id {
    case "mood": question.id == "urges"
    case "diary-card": question.id.hasPrefix("urge-")
    case "urge-log": question.id == "before"
    default: false
    }
  }
}
