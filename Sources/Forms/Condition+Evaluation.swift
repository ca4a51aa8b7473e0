extension Condition {
  /// Whether this holds over visible answers by question id.
  package func holds(over answers: [String: Answer]) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(over: answers) }
    case .any(let conditions): conditions.contains { $0.holds(over: answers) }
    case .compare(let question, let comparison): comparison.holds(for: answers[question])
    }
  }
}

extension Comparison {
  /// Whether an answer (nil: not answered) compares so. Lists compare by how many items they hold.
  package func holds(for answer: Answer?) -> Bool {
    switch self {
    case .answered(let wanted): return (answer != nil) == wanted
    case .isNot(let value): return answer != nil && !matches(value, answer)
    case .equals(let value): return matches(value, answer)
    case .includes(let item):
      if case .items(let items)? = answer { return items.contains(item) }
      return answer == .text(item)
    case .lacks(let item): return !Comparison.includes(item).holds(for: answer)
    case .before(let bound): return (answer?.moment).map { $0 < bound } ?? false
    case .after(let bound): return (answer?.moment).map { $0 > bound } ?? false
    case .atLeast(let bound): return (answer?.size).map { $0 >= bound } ?? false
    case .atMost(let bound): return (answer?.size).map { $0 <= bound } ?? false
    case .moreThan(let bound): return (answer?.size).map { $0 > bound } ?? false
    case .lessThan(let bound): return (answer?.size).map { $0 < bound } ?? false
    }
  }
}

/// A number means the count of a list.
private func matches(_ value: Answer, _ answer: Answer?) -> Bool {
  if case .number(let count) = value, case .items(let items)? = answer { return Double(items.count) == count }
  return answer == value
}

extension Answer {
  /// A day or a time of day as it is written in answers, which sorts as it lies in time.
  fileprivate var moment: String? { if case .text(let text) = self { text } else { nil } }

  /// The number, or how many items; nil for what has neither.
  package var size: Double? {
    switch self {
    case .number(let value): value
    case .items(let items): Double(items.count)
    case .each(let rows): Double(rows.count)
    case .text, .yesNo, .group: nil
    }
  }
}
