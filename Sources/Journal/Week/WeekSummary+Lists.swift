import Forms

extension WeekSummary {
  /// A swing of mood that is told.
  static let wideSwing = 3.0
  /// A change from before to after that is told.
  static let largeChange = 10.0

  /// What became of homework and goals in the week, and what is open now.
  static func lists(_ records: WeekRecords) -> [Sentence] {
    var sentences: [Sentence] = []
    let reached = records.items.filter { $0.entry.form.id == "goal" && $0.entry.answers["state"] == .text("reached") }
    for item in reached {
      sentences.append(
        Sentence(.lists, "Goal, reached: \(words("goal", item) ?? "a goal").", [item.entry.source]))
    }
    sentences += records.goals.map { Sentence(.lists, "Goal, open: \($0.words).", [$0.source]) }
    let told = records.items.filter { $0.entry.form.id == "homework-done" }
    if !told.isEmpty {
      let parts = [("done", "done"), ("part", "in part"), ("not-yet", "not yet")].compactMap { code, name -> String? in
        let count = told.count { $0.entry.answers["went"] == .text(code) }
        return count == 0 ? nil : "\(count) \(name)"
      }
      sentences.append(
        Sentence(.lists, "Homework you told about: \(parts.listed).", told.map(\.entry.source)))
    }
    sentences += records.homework.map { Sentence(.lists, "Homework, open: \($0.words).", [$0.source]) }
    return sentences
  }

  /// The widest swing of mood, the largest change in a rating, and the colours of the signs check.
  static func stoodOut(_ records: WeekRecords) -> [Sentence] {
    var sentences: [Sentence] = []
    let moods = records.items.compactMap { item -> SourcedNumber? in
      guard item.entry.form.id == "mood", case .number(let value)? = item.entry.answers["mood"] else { return nil }
      return SourcedNumber(source: item.entry.source, value: value)
    }
    if let low = moods.min(by: { $0.value < $1.value }), let high = moods.max(by: { $0.value < $1.value }),
      high.value - low.value >= wideSwing
    {
      let text =
        low.source.day == high.source.day
        ? "Mood was as low as \(low.value.brief) and as high as \(high.value.brief) on \(low.source.day.dayName)."
        : "Mood was lowest on \(low.source.day.dayName) (\(low.value.brief)) and highest on "
          + "\(high.source.day.dayName) (\(high.value.brief))."
      sentences.append(Sentence(.stoodOut, text, [low.source, high.source]))
    }
    if let (item, rated, change) = largest(records) {
      let text =
        "\(rated.subject) changed most with \(item.title) on \(item.entry.day.dayName): from \(change.before.brief) "
        + "to \(change.after.brief)."
      sentences.append(Sentence(.stoodOut, text, [item.entry.source]))
    }
    for item in records.items where item.entry.form.id == "signs-check" {
      guard case .text(let colour)? = item.entry.answers["colour"], colour != "green" else { continue }
      sentences.append(
        Sentence(.stoodOut, "Your signs check said \(colour) on \(item.entry.day.dayName).", [item.entry.source]))
    }
    return sentences
  }

  /// Up or down. Entries in which something was used or acted on are left out whole.
  private static func largest(
    _ records: WeekRecords
  ) -> (WeekRecords.Item, Rated, (before: Double, after: Double))? {
    let all = records.items.filter { ActedOn($0.entry.answers).isEmpty }.flatMap { item in
      item.pairs.compactMap { pair in pair.change(in: item.entry.answers).map { (item, pair.rated, $0) } }
    }.filter { abs($0.2.after - $0.2.before) >= largeChange }
    return all.max { abs($0.2.after - $0.2.before) < abs($1.2.after - $1.2.before) }
  }

  /// What the person put down to say or to ask.
  static func session(_ records: WeekRecords) -> [Sentence] {
    records.items.flatMap { item -> [Sentence] in
      let asked: [(String, String)] =
        switch item.entry.form.id {
        case "group-bring":
          [
            ("share", "To tell in group"), ("question", "To ask in group"), ("ask-for", "To ask the group for"),
            ("not-today", "For one-to-one"),
          ]
        case "prescriber-question" where item.entry.answers["answer"] == nil: [("question", "To ask your prescriber")]
        default: []
        }
      return asked.compactMap { question, name in
        words(question, item).map { Sentence(.session, "\(name): \($0)", [item.entry.source]) }
      }
    }
  }

  private static func words(_ question: String, _ item: WeekRecords.Item) -> String? {
    guard case .text(let text)? = item.entry.answers[question], !text.isEmpty else { return nil }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Rated {
  var subject: String {
    switch self {
    case .distress: "Distress"
    case .feelings: "The feelings you named"
    case .urge: "The urge"
    }
  }
}

extension RatedPair {
  /// Before and after in these answers; of several feelings their means. Nil unless both were rated.
  func change(in answers: [String: Answer]) -> (before: Double, after: Double)? {
    guard before.contains(".") || after.contains(".") else {
      guard case .number(let first)? = answers[before], case .number(let last)? = answers[after] else { return nil }
      return (first, last)
    }
    let first = items(before, answers)
    let last = items(after, answers)
    let shared = Set(first.keys).intersection(last.keys)
    guard let mean = shared.compactMap({ first[$0] }).mean, let meanAfter = shared.compactMap({ last[$0] }).mean else {
      return nil
    }
    return (mean, meanAfter)
  }

  /// `strength.before` by item.
  private func items(_ term: String, _ answers: [String: Answer]) -> [String: Double] {
    let parts = term.split(separator: ".").map(String.init)
    guard parts.count == 2, case .each(let rows)? = answers[parts[0]] else { return [:] }
    return Dictionary(
      rows.compactMap { row in
        guard case .number(let value)? = row.answers[parts[1]] else { return nil }
        return (row.of, value)
      }, uniquingKeysWith: { first, _ in first })
  }
}
