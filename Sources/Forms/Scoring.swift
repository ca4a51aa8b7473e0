/// A number of an entry that trends need: which variable, of which item, and how much.
package struct Measured: Equatable, Sendable {
  /// `mood`, or `strength.before` inside an `each`.
  package var variable: String
  package var item: String?
  package var value: Double
  package var unit: String?
  package init(variable: String, item: String? = nil, value: Double, unit: String? = nil) {
    self.variable = variable
    self.item = item
    self.value = value
    self.unit = unit
  }
}

/// A named sum over the answers of an entry.
package struct ScoreResult: Equatable, Sendable {
  package var id: String
  package var label: String
  package var value: Double
  /// How many of the questions it adds up were asked and have no number. Nothing is put in their place.
  package var missing: Int
  package init(id: String, label: String, value: Double, missing: Int = 0) {
    self.id = id
    self.label = label
    self.value = value
    self.missing = missing
  }
}

extension Form {
  /// Every number in a response: scales, numbers, durations in minutes, yes as 1 and no as 0, weighted choices.
  package func measured(_ response: [String: Answer]) -> [Measured] {
    Self.measured(questions, response: response, prefix: "", term: "", item: nil).map(\.number)
  }

  /// The scores that have all their numbers, as numbers for a trend.
  package func scored(_ response: [String: Answer]) -> [Measured] {
    scores(of: response).filter { $0.missing == 0 }.map { Measured(variable: $0.id, value: $0.value) }
  }

  /// The named sums over a response; a score with no number in it, or without two sides to compare, is left out.
  package func scores(of response: [String: Answer]) -> [ScoreResult] {
    guard !scores.isEmpty else { return [] }
    let numbers = Self.measured(questions, response: response, prefix: "", term: "", item: nil)
    let asked = steps(under: Walk(self, editing: response).answers).map(\.path.term)
    return scores.compactMap { score in
      func found(_ terms: [String]) -> [Measured] { numbers.filter { terms.contains($0.term) }.map(\.number) }
      var (plus, minus) = (found(score.sum), found(score.minus))
      let missing = asked.count { (score.sum + score.minus).contains($0) } - plus.count - minus.count
      if !score.minus.isEmpty {
        // What was rated only before or only after says nothing about the change.
        let shared = Set(plus.map(\.item)).intersection(minus.map(\.item))
        plus.removeAll { $0.item != nil && !shared.contains($0.item) }
        minus.removeAll { $0.item != nil && !shared.contains($0.item) }
      }
      guard !plus.isEmpty, score.minus.isEmpty || !minus.isEmpty else { return nil }
      let sum = { (numbers: [Measured]) in numbers.map(\.value).reduce(0, +) }
      return ScoreResult(id: score.id, label: score.label, value: sum(plus) - sum(minus), missing: max(0, missing))
    }
  }

  /// A number, and what a score calls its question: `before`, or `strength.before` inside an `each`.
  private typealias Termed = (term: String, number: Measured)

  /// `prefix` names every group and `each` around, `term` only the `each`.
  private static func measured(
    _ questions: [Question], response: [String: Answer], prefix: String, term: String, item: String?
  ) -> [Termed] {
    questions.flatMap { question -> [Termed] in
      guard let answer = response[question.id] else { return [] }
      let name = prefix + question.id
      func one(_ value: Double, unit: String? = nil) -> [Termed] {
        [(term + question.id, Measured(variable: name, item: item, value: value, unit: unit))]
      }
      switch (question.kind, answer) {
      case (.group(let inner), .group(let nested)):
        return measured(inner, response: nested, prefix: name + ".", term: term, item: item)
      case (.each(_, let inner), .each(let rows)):
        return rows.flatMap {
          measured(inner, response: $0.answers, prefix: name + ".", term: question.id + ".", item: $0.of)
        }
      case (.duration, .number(let value)): return one(value, unit: "min")
      case (_, .number(let value)): return one(value, unit: question.unit)
      case (.yesNo, .yesNo(let yes)): return one(yes ? 1 : 0)
      case (.choice(let choices), .text(let code)): return choices.weight(of: [code]).map { one($0) } ?? []
      case (.choices(let choices, _), .items(let codes)): return choices.weight(of: codes).map { one($0) } ?? []
      default: return []
      }
    }
  }
}

extension Choices {
  /// What the chosen options count together; nil when none of them has a weight.
  fileprivate func weight(of codes: [String]) -> Double? {
    let weights = options.filter { codes.contains($0.code) }.compactMap(\.weight)
    return weights.isEmpty ? nil : weights.reduce(0, +)
  }
}

extension Path {
  /// What a score calls the question at this place.
  fileprivate var term: String {
    parts.dropLast().compactMap { $0.item == nil ? nil : $0.question + "." }.joined() + question
  }
}
