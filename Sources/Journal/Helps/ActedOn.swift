import Forms

/// What in an entry's answers says that something was used, or that an urge or a watched behaviour was acted on. Nothing is
/// ever learnt from such an entry about what helps, and such a day is set beside no mood.
package struct ActedOn: Equatable, Sendable {
  /// The questions that were answered so: `use`, `acted`, `acted-t7`, `did-t8`.
  package let questions: [String]

  package init(_ answers: [String: Answer]) {
    questions = answers.flat.filter { Self.says($0.key, $0.value) }.map(\.key).sorted()
  }

  package var isEmpty: Bool { questions.isEmpty }

  /// A substance, rather than an urge or a behaviour.
  package static func isUse(_ question: String) -> Bool { ["use", "used"].contains(question) }

  /// The beginnings of the ids that are looked at.
  package static let beginnings = ["use", "acted", "did-"]

  /// The choices of a question that say so.
  package static func codes(of question: String) -> [String] {
    if isUse(question) { return ["some", "yes", "used"] }
    return question == "acted" ? ["did", "partly", "yes"] : []
  }

  private static func says(_ question: String, _ answer: Answer) -> Bool {
    switch answer {
    case .yesNo(let yes):
      return yes && (isUse(question) || question == "acted" || ["acted-", "did-"].contains { question.hasPrefix($0) })
    case .text(let code): return codes(of: question).contains(code)
    default: return false
    }
  }
}
