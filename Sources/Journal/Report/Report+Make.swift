import Forms

extension Report {
  /// Numbers look back this many days at least, where earlier entries are known.
  package static let least = 14

  /// `entries` stand and lie within `days`, in any order. `earlier`: what is known from before, for what is told over a
  /// longer time. `disputed`: every version of entries of that time that files disagree about. They are read for what to
  /// read first, and counted in no number.
  package init(
    _ entries: [Answered], days: ClosedRange<Day>, earlier: [Answered] = [], disputed: [Answered] = [],
    note: String? = nil, withheld: Set<ReadFirst.Subject> = []
  ) {
    func ordered(_ list: [Answered]) -> [Answered] {
      list.sorted { ($0.entry.day, $0.entry.id.text) < ($1.entry.day, $1.entry.id.text) }
    }
    let entries = ordered(entries)
    let all = earlier.isEmpty ? entries : ordered(earlier + entries)
    self.days = days
    let first = days.upperBound.adding(days: 1 - Self.least)
    span = earlier.isEmpty ? days : min(days.lowerBound, first)...days.upperBound
    self.note = note
    pages = Self.pages(all)
    // A session yesterday hides nothing of the day before: what to read first looks back as far as numbers do.
    let looked = span
    readFirst = ReadFirst.all(all.filter { looked.contains($0.entry.day) } + disputed, withheld: withheld)
    measures = Self.measures(all)
    goals = Self.goals(all)
    let length = span.length
    numbers = Self.shown.compactMap { Self.number($0, all, until: days.upperBound, length: length) }
    medication = Self.medication(all, until: days.upperBound)
    practice = Self.practice(entries)
    homework = Self.homework(entries, earlier: ordered(earlier))
    let outcomes = entries.filter { $0.entry.form.id == "session" }.compactMap { $0.entry.code("outcome") }
    sessions = (outcomes.count { $0 == "attended" }, outcomes.count { $0 == "missed" })
    let noted = Set((entries + disputed).map(\.entry.day).filter(days.contains))
    logged = noted.count
    gaps = Self.gaps(in: days, noted)
    var seen: Set<ULID> = []
    self.disputed = ordered(disputed).filter { seen.insert($0.entry.id).inserted }.map {
      Dispute(title: $0.form.title, source: $0.entry.source)
    }
    self.entries = entries.count + self.disputed.count
  }

  private static func gaps(in days: ClosedRange<Day>, _ noted: Set<Day>) -> [ClosedRange<Day>] {
    let known = [days.lowerBound.adding(days: -1)] + noted.filter(days.contains).sorted()
    let next = known.dropFirst() + [days.upperBound.adding(days: 1)]
    return zip(known, next).compactMap { before, after in
      let (first, last) = (before.adding(days: 1), after.adding(days: -1))
      return first < last ? first...last : nil
    }
  }

  private static func measures(_ entries: [Answered]) -> [Measure] {
    var measures: [Measure] = []
    for one in entries where one.form.kind == .measure {
      for score in one.form.scores(of: one.entry.answers) {
        let point = (day: one.entry.day, value: score.value, missing: score.missing)
        if let place = measures.firstIndex(where: { $0.title == one.form.title && $0.label == score.label }) {
          measures[place].points.append(point)
        } else {
          measures.append(
            Measure(
              title: one.form.title, label: score.label, reach: one.form.reach(ofScore: score.id), points: [point]))
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
      for one in entries where tellsOfMedication(one) && one.entry.day >= first {
        if let word = one.entry.code("medication") { counts[word, default: []].insert(one.entry.day) }
      }
      return counts.mapValues(\.count)
    }
    let (week, fortnight) = (days(7), days(14))
    return ["taken", "late", "missed"].filter { fortnight[$0] != nil }.map {
      ($0, week[$0] ?? 0, fortnight[$0] ?? 0)
    }
  }

  static func tellsOfMedication(_ one: Answered) -> Bool {
    ["mood", "diary-card"].contains(one.form.id) && one.entry.code("medication") != nil
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

  /// What was given in this time, and of what was given before what is open, or was told about now.
  private static func homework(_ entries: [Answered], earlier: [Answered]) -> [Homework] {
    func told(_ one: Answered, in list: [Answered]) -> Answered? {
      list.last { done in done.form.id == "homework-done" && done.entry.links.contains { $0.entry == one.entry.id } }
    }
    let before = earlier.filter { $0.form.id == "homework" && told($0, in: earlier)?.entry.code("went") != "done" }
    return (before + entries.filter { $0.form.id == "homework" }).map { one in
      let result = told(one, in: entries) ?? told(one, in: earlier)
      return Homework(
        day: one.entry.day, what: one.entry.words("what"),
        outcome: result?.chosen("went")?.label ?? "open", isDone: result?.chosen("went")?.code == "done")
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

extension Answered {
  /// What was chosen, and what that is called.
  package func chosen(_ question: String) -> (code: String, label: String)? {
    entry.code(question).map { ($0, form.labels(of: question)[$0] ?? $0) }
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
