/// The plans a person keeps; each is one entry that is changed over time, and every version stays.
package enum PlanKind: String, CaseIterable, Sendable {
  case emergency, relapse, steps, gettingThere = "getting-there", hope, helpMe = "helpme"

  /// The form it is written on.
  package var form: String {
    switch self {
    case .emergency: "emergency-plan"
    case .relapse: "relapse-plan"
    case .steps: "step-plan"
    case .gettingThere: "getting-there"
    case .hope: "hope"
    case .helpMe: "help-me"
    }
  }

  package init?(form: String) {
    guard let kind = Self.allCases.first(where: { $0.form == form }) else { return nil }
    self = kind
  }

  /// What people type after `plan`.
  package var word: String { rawValue }

  package var title: String {
    switch self {
    case .emergency: "Emergency plan"
    case .relapse: "Relapse-prevention plan"
    case .steps: "More care, less care, and after"
    case .gettingThere: "Getting there"
    case .hope: "A note from a steadier me"
    case .helpMe: "How to help me"
    }
  }

  /// Days until a saved plan is looked at again, unless the person set another day.
  package static let reviewDays = 28
}
