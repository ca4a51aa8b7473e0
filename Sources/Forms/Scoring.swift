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

extension Form {
  /// Every number in a response: scales, numbers, durations in minutes, yes as 1 and no as 0, weighted choices.
  package func measured(_ response: [String: Answer]) -> [Measured] {
    Self.measured(questions, response: response, prefix: "", item: nil)
  }

  /// The named sums over a response; a score with no number in it, or without two sides to compare, is left out.
  package func scored(_ response: [String: Answer]) -> [Measured] {
    let numbers = measured(response)
    func found(_ terms: [String]) -> [Measured] { numbers.filter { terms.contains($0.variable) } }
    return scores.compactMap { score in
      var (plus, minus) = (found(score.sum), found(score.minus))
      if !score.minus.isEmpty {
        // What was rated only before or only after says nothing about the change.
        let shared = Set(plus.map(\.item)).intersection(minus.map(\.item))
        plus.removeAll { $0.item != nil && !shared.contains($0.item) }
        minus.removeAll { $0.item != nil && !shared.contains($0.item) }
      }
      guard !plus.isEmpty, score.minus.isEmpty || !minus.isEmpty else { return nil }
      let sum = { (numbers: [Measured]) in numbers.map(\.value).reduce(0, +) }
      return Measured(variable: score.id, value: sum(plus) - sum(minus))
    }
  }

  private static func measured(
    _ questions: [Question], response: [String: Answer], prefix: String, item: String?
  ) -> [Measured] {
    questions.flatMap { question -> [Measured] in
      guard let answer = response[question.id] else { return [] }
      let name = prefix + question.id
      switch (question.kind, answer) {
      case (.group(let inner), .group(let nested)):
        return measured(inner, response: nested, prefix: name + ".", item: item)
      case (.each(_, let inner), .each(let rows)):
        return rows.flatMap { measured(inner, response: $0.answers, prefix: name + ".", item: $0.of) }
      case (.duration, .number(let value)):
        return [Measured(variable: name, item: item, value: value, unit: "min")]
      case (_, .number(let value)):
        return [Measured(variable: name, item: item, value: value, unit: question.unit)]
      case (.yesNo, .yesNo(let yes)):
        return [Measured(variable: name, item: item, value: yes ? 1 : 0)]
      case (.choice(let choices), .text(let code)):
        guard let weight = choices.options.first(where: { $0.code == code })?.weight else { return [] }
        return [Measured(variable: name, item: item, value: weight)]
      default: return []
      }
    }
  }
}
