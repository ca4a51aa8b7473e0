import Forms

extension Report {
  /// `entries` stand and lie within `days`, in any order.
  package init(
    _ entries: [Answered], days: ClosedRange<Day>, note: String? = nil, withheld: Set<ReadFirst.Subject> = []
  ) {
    let entries = entries.sorted { ($0.entry.day, $0.entry.id.text) < ($1.entry.day, $1.entry.id.text) }
    self.days = days
    self.note = note
    pages = Self.pages(entries)
    readFirst = ReadFirst.all(entries, withheld: withheld)
    measures = Self.measures(entries)
    goals = Self.goals(entries)
    let length = days.upperBound.daysSince1970 - days.lowerBound.daysSince1970 + 1
    numbers = Self.shown.compactMap { Self.number($0, entries, until: days.upperBound, length: length) }
    medication = Self.medication(entries, until: days.upperBound)
    practice = Self.practice(entries)
    homework = Self.homework(entries)
    let outcomes = entries.filter { $0.entry.form.id == "session" }.compactMap { $0.entry.code("outcome") }
    sessions = (outcomes.count { $0 == "attended" }, outcomes.count { $0 == "missed" })
    logged = Set(entries.map(\.entry.day)).count
    self.entries = entries.count
  }

  /// A number that the report shows: in which forms it stands, and under which question.
  private struct Shown {
    var title: String
    var places: [(form: String, question: String)]
    /// The strongest of a day counts, not the mean.
    var isPeak = false
  }

  private static let shown = [
    Shown(title: "Mood", places: [("mood", "mood")]),
    Shown(title: "Strongest urge", places: [("mood", "urges")], isPeak: true),
    Shown(title: "Anxiety", places: [("mood", "anxiety")]),
    Shown(title: "Sleep", places: [("mood", "sleep"), ("diary-card", "sleep")]),
  ]

  private static func number(_ shown: Shown, _ entries: [Answered], until last: Day, length: Int) -> Number? {
    var values: [Day: [Double]] = [:]
    var question: Question?
    for one in entries {
      for place in shown.places where place.form == one.form.id {
        guard case .number(let value)? = one.entry.answers[place.question] else { continue }
        values[one.entry.day, default: []].append(value)
        question = question ?? one.form.question(place.question)
      }
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

  private static func measures(_ entries: [Answered]) -> [Measure] {
    var measures: [Measure] = []
    for one in entries where one.form.kind == .measure {
      for score in one.form.scores(of: one.entry.answers) {
        let point = (day: one.entry.day, value: score.value, missing: score.missing)
        if let place = measures.firstIndex(where: { $0.title == one.form.title && $0.label == score.label }) {
          measures[place].points.append(point)
        } else {
          measures.append(Measure(title: one.form.title, label: score.label, points: [point]))
        }
      }
    }
    return measures
  }

  private static func medication(
    _ entries: [Answered], until last: Day
  ) -> [(word: String, week: Int, fortnight: Int)] {
    func days(_ length: Int) -> [String: Int] {
      let first = last.adding(days: 1 - length)
      var counts: [String: Set<Day>] = [:]
      for one in entries where ["mood", "diary-card"].contains(one.form.id) && one.entry.day >= first {
        if let word = one.entry.code("medication") { counts[word, default: []].insert(one.entry.day) }
      }
      return counts.mapValues(\.count)
    }
    let (week, fortnight) = (days(7), days(14))
    return ["taken", "late", "missed"].filter { fortnight[$0] != nil }.map {
      ($0, week[$0] ?? 0, fortnight[$0] ?? 0)
    }
  }

  private static func practice(_ entries: [Answered]) -> [Practice] {
    var order: [String] = []
    var tries: [String: [Answered]] = [:]
    for one in entries where one.form.kind == .exercise {
      if tries[one.form.id] == nil { order.append(one.form.id) }
      tries[one.form.id, default: []].append(one)
    }
    return order.compactMap { id -> Practice? in
      guard let list = tries[id], let form = list.last?.form else { return nil }
      let changes = list.compactMap { one -> Double? in
        guard case .number(let before)? = one.entry.answers["before"],
          case .number(let after)? = one.entry.answers["after"]
        else { return nil }
        return before - after
      }
      return Practice(
        title: form.title, tries: list.count, rated: changes.count, lower: changes.count { $0 > 0 },
        change: changes.isEmpty ? nil : changes.reduce(0, +) / Double(changes.count))
    }.sorted { ($1.tries, $0.title) < ($0.tries, $1.title) }
  }

  private static func homework(_ entries: [Answered]) -> [Homework] {
    let done = entries.filter { $0.form.id == "homework-done" }
    return entries.filter { $0.form.id == "homework" }.map { one in
      let result = done.last { $0.entry.links.contains { $0.entry == one.entry.id } }
      return Homework(
        day: one.entry.day, what: one.entry.words("what"),
        outcome: result?.entry.code("went").map { result?.form.labels(of: "went")[$0] ?? $0 } ?? "open")
    }
  }

  /// The newest mark of each page counts: what was talked about is done.
  private static func pages(_ entries: [Answered]) -> [String] {
    var newest: [String: (mark: String, title: String)] = [:]
    var order: [String] = []
    for one in entries where one.form.id == "module-mark" {
      guard let page = one.entry.code("module"), let mark = one.entry.code("mark"), mark != "seen" else { continue }
      if newest[page] == nil { order.append(page) }
      newest[page] = (mark, one.form.labels(of: "module")[page] ?? page)
    }
    return order.compactMap { page in newest[page].flatMap { $0.mark == "talk" ? $0.title : nil } }
  }

  private static func goals(_ entries: [Answered]) -> [Goal] {
    entries.filter { $0.form.id == "goal" }.map { one in
      let state = one.entry.code("state")
      return Goal(
        what: one.entry.words("goal"), state: state.map { one.form.labels(of: "state")[$0] ?? $0 } ?? "not said")
    }
  }
}

extension Entry {
  /// The code of a choice.
  func code(_ question: String) -> String? { words(question) }

  /// The words of a text at the top of the response.
  func words(_ question: String) -> String? {
    guard case .text(let words)? = answers[question], !words.isEmpty else { return nil }
    return words
  }
}
