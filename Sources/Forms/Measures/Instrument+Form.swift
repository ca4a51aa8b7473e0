extension Question {
  /// Every code of the question, from a file of its own or of another kind.
  package var codes: [Code] { (source?.codes ?? []) + (code.map { [$0] } ?? []) }

  /// The least and the most that an answer counts; nil where that is not known, or nothing counts.
  package var reach: ClosedRange<Double>? {
    switch kind {
    case .choice(let choices) where choices.of == nil:
      let weights = choices.options.compactMap(\.weight)
      guard let low = weights.min(), let high = weights.max() else { return nil }
      return low...high
    case .choices(let choices, _) where choices.of == nil:
      let weights = choices.options.compactMap(\.weight)
      guard !weights.isEmpty else { return nil }
      return weights.map { min(0, $0) }.reduce(0, +)...weights.map { max(0, $0) }.reduce(0, +)
    case .scale(let low, let high, _, _) where low <= high: return Double(low)...Double(high)
    case .number(let low?, let high?, _) where low <= high: return low...high
    default: return nil
    }
  }
}

extension Instrument {
  /// The instrument that a form is by its codes, or by the code of a total in it, whether or not it fits.
  package static func named(in form: Form) -> Instrument? {
    let whole = form.source?.codes ?? []
    let parts = form.allQuestions.flatMap(\.codes)
    return all.first { $0.isNamed(by: whole) } ?? all.first { $0.isNamed(by: parts) }
  }

  /// The questions that make up its total, where the form has exactly them, and each can be answered from 0 to its
  /// known highest; nil where any of that differs. No range is told then.
  package func questions(in form: Form) -> [String]? {
    let each = highest / Double(count)
    let found = form.allQuestions.filter { question in
      guard question.hidden != true, question.reach != nil else { return false }
      return items.isEmpty || question.codes.contains { $0.system == Self.loinc && items.contains($0.code) }
    }
    guard found.count == count, found.allSatisfy({ $0.reach == 0...each && $0.choices?.other != true }) else {
      return nil
    }
    return found.map(\.id)
  }
}
