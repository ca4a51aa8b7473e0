import Forms

extension Report {
  /// A number that the report shows: in which forms it stands, and under which question.
  struct Shown {
    var title: String
    var places: [(form: String, question: String)]
    /// The strongest of a day counts, not the mean.
    var isPeak = false

    /// What an entry says of it, and to which question.
    func value(in one: Answered) -> (value: Double, question: String)? {
      for place in places where place.form == one.form.id {
        if case .number(let value)? = one.entry.answers[place.question] { return (value, place.question) }
      }
      return nil
    }
  }

  static let shown = [
    Shown(title: "Mood", places: [("mood", "mood")]),
    Shown(title: "Strongest urge", places: [("mood", "urges")], isPeak: true),
    Shown(title: "Anxiety", places: [("mood", "anxiety")]),
    Shown(title: "Sleep", places: [("mood", "sleep"), ("diary-card", "sleep")]),
  ]

  static func number(_ shown: Shown, _ entries: [Answered], until last: Day, length: Int) -> Number? {
    var values: [Day: [Double]] = [:]
    var question: Question?
    for one in entries where one.entry.day > last.adding(days: -length) {
      guard let found = shown.value(in: one) else { continue }
      values[one.entry.day, default: []].append(found.value)
      question = question ?? one.form.question(found.question)
    }
    guard let question else { return nil }
    let byDay = values.mapValues { shown.isPeak ? $0.max() ?? 0 : $0.reduce(0, +) / Double($0.count) }
    let isDuration = if case .duration = question.kind { true } else { false }
    func span(_ length: Int) -> Number.Span? {
      let first = last.adding(days: 1 - length)
      let inside = byDay.filter { $0.key >= first && $0.key <= last }.map { isDuration ? $0.value / 60 : $0.value }
      guard let low = inside.min(), let high = inside.max() else { return nil }
      return Number.Span(
        days: length, mean: inside.reduce(0, +) / Double(inside.count), low: low, high: high, noted: inside.count)
    }
    var scale: ClosedRange<Double>?
    if case .scale(let low, let high, _, _) = question.kind, low < high { scale = Double(low)...Double(high) }
    return Number(
      title: shown.title, unit: isDuration ? "h" : question.unit, scale: scale, week: span(min(7, length)),
      // Of days that are not looked at nothing can be said.
      fortnight: length > 7 ? span(min(14, length)) : nil,
      byDay: isDuration ? byDay.mapValues { $0 / 60 } : byDay)
  }
}

extension Form {
  /// The least and the most that the answers to a score can add up to; nil where a question has no end, or some are
  /// taken away from others.
  func reach(ofScore id: String) -> ClosedRange<Double>? {
    guard let score = scores.first(where: { $0.id == id }), score.minus.isEmpty else { return nil }
    let reaches = score.sum.compactMap { question($0)?.reach }
    guard reaches.count == score.sum.count, !reaches.isEmpty else { return nil }
    return reaches.map(\.lowerBound).reduce(0, +)...reaches.map(\.upperBound).reduce(0, +)
  }
}
