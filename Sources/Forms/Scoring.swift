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

  /// The named sums over a response; a score with no number in it is left out.
  package func scored(_ response: [String: Answer]) -> [Measured] {
    let numbers = measured(response)
    func total(_ terms: [String]) -> (sum: Double, count: Int) {
      let found = numbers.filter { terms.contains($0.variable) }
      return (found.map(\.value).reduce(0, +), found.count)
    }
    return scores.compactMap { score in
      let plus = total(score.sum)
      let minus = total(score.minus)
      guard plus.count > 0, score.minus.isEmpty || minus.count > 0 else { return nil }
      return Measured(variable: score.id, value: plus.sum - minus.sum)
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
