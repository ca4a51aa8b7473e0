import Forms
import Journal
import Terminal
import Vault

/// A questionnaire over time: this time, the time before and the first time, from the person's own entries.
struct MeasureHistory {
  let session: Session
  /// How many earlier times a check-in shows beside each answer.
  private static let shown = 5
  private static let most = 400

  private var today: Day { session.world.clock.now().day }

  /// One time: the entry, and the form as it was worded then.
  struct Time {
    var entry: Entry
    var form: Form
  }

  /// Every time it was filled in, newest first.
  func times(_ form: String) throws(Departure) -> [Time] {
    try session.inJournal { (store) throws(VaultError) in
      var times: [Time] = []
      var forms: [String: Form] = [:]
      for entry in try store.entries(EntryFilter(form: form, limit: Self.most)) {
        let wording: Form
        if let known = forms[entry.form.wording] { wording = known } else { wording = try store.form(of: entry) }
        forms[entry.form.wording] = wording
        times.append(Time(entry: entry, form: wording))
      }
      return times
    }
  }

  /// What is said when an entry is kept, or looked at among the others.
  func blocks(for entry: Entry, form: Form, among times: [Time]) -> [Block] {
    let earlier: [Time] =
      times.firstIndex { $0.entry.id == entry.id }.map { Array(times[($0 + 1)...]) } ?? []
    let text = MeasureText(form: form, answers: entry.answers)
    if text.reading.sums.isEmpty && text.reading.uncalculated.isEmpty {
      return text.selfHarm + checkIn(entry, form: form, earlier: earlier)
    }
    return text.selfHarm + text.sums { before($0, earlier) } + text.notCalculated
  }

  // MARK: Totals

  private func before(_ sum: MeasureReading.Sum, _ earlier: [Time]) -> [Block] {
    guard let value = sum.value else { return [] }
    let totals = earlier.compactMap { time -> (day: Day, value: Double)? in
      let same = MeasureReading(time.form, time.entry.answers).sums.first {
        $0.id == sum.id && $0.reach == sum.reach && $0.instrument == sum.instrument
      }
      return same?.value.map { (time.entry.day, $0) }
    }
    guard let last = totals.first else { return [] }
    let change = MeasureChange(from: last.value, to: value, in: sum.instrument)
    var blocks: [Block] = [
      .text(Rich("The time before, \(day(last.day)), it was \(Form.plain(last.value)). \(change.words(since: on(last.day)))"))
    ]
    if totals.count > 1, let first = totals.last {
      blocks.append(.text(Rich("The first time, \(day(first.day)), it was \(Form.plain(first.value)).")))
    }
    return blocks
  }

  private func day(_ day: Day) -> String { Dates.words(day, today: today) }

  private func on(_ day: Day) -> String {
    let words = Dates.words(day, today: today)
    return words == "today" || words == "yesterday" ? words : "on \(words)"
  }

  // MARK: The check-in without a total

  /// Each number beside the person's own earlier ones, and nothing said about which is better.
  private func checkIn(_ entry: Entry, form: Form, earlier: [Time]) -> [Block] {
    var blocks: [Block] = []
    for question in form.allQuestions {
      guard case .scale = question.kind, case .number(let value)? = entry.answers.flat[question.id] else { continue }
      let before = earlier.compactMap { time -> String? in
        guard let then = time.form.question(question.id), then.kind == question.kind else { return nil }
        return time.entry.answers.flat[question.id]?.size.map(Form.plain)
      }
      var words = "\(Form.plain(value)) this time"
      if !before.isEmpty {
        words += "; \(before.prefix(Self.shown).reversed().joined(separator: ", "))"
        words += before.count == 1 ? " the time before" : " the times before"
      }
      blocks.append(.pair(question.heading ?? question.ask, Rich(words)))
    }
    guard !blocks.isEmpty else { return [] }
    switch earlier.count {
    case 0: blocks.append(.quiet("This is the first time. Next time these numbers stand beside the new ones."))
    case 1: blocks.append(.quiet("Two times are too few to see a pattern."))
    default: blocks.append(.quiet("The oldest stands first. Only you can say what a change means."))
    }
    return blocks
  }

  // MARK: All times

  /// `measure results`: every time on a line, and the newest in words.
  func table(_ times: [Time]) -> [Block] {
    guard let newest = times.first else { return [.text("It is not filled in yet.")] }
    let sums = MeasureReading(newest.form, newest.entry.answers).sums
    var blocks: [Block] = [.title(Rich(newest.form.title))]
    if !sums.isEmpty {
      let rows = times.prefix(26).map { time -> [Rich] in
        let reading = MeasureReading(time.form, time.entry.answers)
        return [Rich(day(time.entry.day).sentence)]
          + sums.map { sum -> Rich in
            guard let found = reading.sums.first(where: { $0.id == sum.id }) else { return "" }
            return Rich(found.value.map(Form.plain) ?? "\(found.answered) of \(found.asked) answered")
          }
      }
      blocks.append(.table(Table(header: ["Day"] + sums.map { Rich($0.label) }, rows: rows)))
      if times.count > 26 { blocks.append(.quiet(Rich("And \(times.count - 26) earlier ones."))) }
    }
    return blocks + self.blocks(for: newest.entry, form: newest.form, among: times)
  }
}
