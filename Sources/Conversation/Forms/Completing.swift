import Forms
import Terminal

/// What Tab offers at a question.
package enum Completing {
  static func candidates(for step: Step, in form: Form, typed: String, ideas: [String] = []) -> [Completion] {
    let last = typed.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let begun = last.drop { $0 == " " }.lowercased()
    switch step.question.kind {
    case .choice, .choices:
      return step.options.filter { $0.label.lowercased().hasPrefix(begun) }.map { Completion($0.label) }
    case .yesNo: return ["yes", "no"].filter { $0.hasPrefix(begun) }.map { Completion($0) }
    case .date: return days.filter { $0.hasPrefix(begun) }.map { Completion($0) }
    default: return continuing(typed, among: ideas)
    }
  }

  /// Names that begin as the line does. Tab replaces the last word only, so that the words before it are left out.
  private static func continuing(_ typed: String, among names: [String]) -> [Completion] {
    let line = String(typed.drop { $0 == " " })
    let words = line.split(separator: " ", omittingEmptySubsequences: false).count
    return names.filter { $0.lowercased().hasPrefix(line.lowercased()) }.map { name in
      let rest = name.split(separator: " ", omittingEmptySubsequences: false).dropFirst(words - 1)
      return Completion(rest.joined(separator: " "))
    }
  }

  /// Words for days.
  package static let days = ["today", "yesterday", "tomorrow"] + Weekday.allCases.map(\.word)
}
