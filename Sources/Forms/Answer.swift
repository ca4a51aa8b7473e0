/// What a person answered. In JSON: string, number, boolean, array, object; for `each` an array of `{of, answers}`.
/// Dates are `2026-11-20`, times `21:30`, choices their code, durations a number of minutes.
package indirect enum Answer: Equatable, Sendable {
  case text(String)
  case number(Double)
  case yesNo(Bool)
  case items([String])
  case group([String: Answer])
  case each([EachAnswer])
}

/// The inner answers for one item of an `each`.
package struct EachAnswer: Equatable, Sendable {
  package var of: String
  package var answers: [String: Answer]
  package init(of: String, answers: [String: Answer]) {
    self.of = of
    self.answers = answers
  }
}
