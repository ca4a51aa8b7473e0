import Forms

/// The emergency plan as the program reads it: which steps are there, and which are still thin.
package struct EmergencyPlan: Equatable, Sendable {
  package static let form = "emergency-plan"

  /// The steps in their order; the reasons for living stand at the end.
  package enum Step: Int, CaseIterable, Sendable {
    case signs = 1
    case alone, peopleAndPlaces, askHelp, professionals, safer, reasons

    /// The questions whose answers belong to it.
    var questions: [String] {
      switch self {
      case .signs: ["signs"]
      case .alone: ["alone"]
      case .peopleAndPlaces: ["people-places", "people", "places"]
      case .askHelp: ["ask-help"]
      case .professionals: ["professionals"]
      case .safer: ["safer-who"]
      case .reasons: ["reasons"]
      }
    }
  }

  package enum Gap: Equatable, Sendable {
    case empty(Step)
    /// One line only, where two or more hold better.
    case thin(Step)
    /// Names without a number to call.
    case withoutNumber(Step, names: [String])
    /// Someone will help to make the surroundings safer, and no day is set.
    case withoutDay
  }

  package let answers: [String: Answer]

  package init(_ answers: [String: Answer]) { self.answers = answers }

  package func items(of step: Step) -> [String] { step.questions.flatMap { items(of: $0) } }

  /// What is empty or thin, in the order of the steps.
  package var gaps: [Gap] {
    Step.allCases.compactMap { step -> Gap? in
      let items = items(of: step)
      if items.isEmpty { return .empty(step) }
      switch step {
      case .signs, .alone, .peopleAndPlaces: return items.count < 2 ? .thin(step) : nil
      case .askHelp, .professionals:
        let silent = items.filter { !hasNumber($0) }
        return silent.isEmpty ? nil : .withoutNumber(step, names: silent)
      case .safer: return answers["safer-by"] == nil ? .withoutDay : nil
      case .reasons: return nil
      }
    }
  }

  private func items(of question: String) -> [String] {
    switch answers[question] {
    case .items(let items)?: items
    case .text(let text)? where !text.isEmpty: [text]
    default: []
    }
  }

  /// In the line itself, or among what was asked about it.
  private func hasNumber(_ item: String) -> Bool {
    let beside = answers.values.flatMap { answer -> [String] in
      guard case .each(let rows) = answer else { return [] }
      return rows.filter { $0.of == item }.flatMap { $0.answers.values.compactMap(\.words) }
    }
    return ([item] + beside).contains { $0.filter(\.isNumber).count >= 3 }
  }
}

extension Answer {
  fileprivate var words: String? {
    if case .text(let text) = self { return text }
    return nil
  }
}
