import Forms
import Terminal

/// What Tab offers at a question.
package enum Completing {
  static func candidates(for step: Step, in form: Form, typed: String) -> [Completion] {
    let last = typed.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let begun = last.drop { $0 == " " }.lowercased()
    switch step.question.kind {
    case .choice, .choices:
      return step.options.filter { $0.label.lowercased().hasPrefix(begun) }.map { Completion($0.label) }
    case .yesNo: return ["yes", "no"].filter { $0.hasPrefix(begun) }.map { Completion($0) }
    case .date: return days.filter { $0.hasPrefix(begun) }.map { Completion($0) }
    default: return []
    }
  }

  /// Words for days.
  package static let days = ["today", "yesterday", "tomorrow"] + Weekday.allCases.map(\.word)
}
