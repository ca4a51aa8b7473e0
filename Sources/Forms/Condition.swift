/// When a question is asked. Compared with the answers given so far; an unanswered question makes a comparison false.
package indirect enum Condition: Equatable, Sendable, Codable {
  case all([Condition])
  case any([Condition])
  case compare(question: String, Comparison)

  /// The questions that are compared.
  package var questions: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions): Set(conditions.flatMap(\.questions))
    case .compare(let question, _): [question]
    }
  }
}

/// A simple comparison with the answer of one question.
package enum Comparison: Equatable, Sendable, Codable {
  /// `is: yes`, or a plain value in YAML: a number, yes or no, a choice's code.
  case equals(Answer)
  case isNot(Answer)
  case atLeast(Double), atMost(Double), moreThan(Double), lessThan(Double)
  /// A list or choices holds this item or code.
  case includes(String)
  /// Neither the answer nor one of its items; also of what has no answer.
  case lacks(String)
  /// A day, a time of day, or both, before or after this one.
  case before(String), after(String)
  case answered(Bool)
}
