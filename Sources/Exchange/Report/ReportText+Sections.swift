import Forms
import Journal

extension ReportText {
  /// Headed lists in the order they are read, without empty ones.
  package var sections: [ReportSection] {
    [
      ReportSection(title: "Read first", lines: readFirst),
      ReportSection(title: "Note for the session", lines: note.map { .words($0) }),
      ReportSection(title: "Pages to talk about", lines: report.pages.map { .words($0, .pages) }),
      ReportSection(title: "Measures", lines: measures), ReportSection(title: "Goals", lines: goals),
      ReportSection(title: "Numbers (mean, range, days noted): \(spans)", lines: numbers),
      ReportSection(title: "Practised", lines: practice), ReportSection(title: "Homework", lines: homework),
      ReportSection(title: "Given, and what came back", lines: (frame?.given ?? []).map { .words($0) }),
      ReportSection(title: "Sessions", lines: sessions),
      ReportSection(title: "Files disagree, counted in no number", lines: disputed),
    ].filter { !$0.lines.isEmpty }
  }

  private var readFirst: [ReportLine] {
    report.readFirst.flatMap { one in
      [.values(one.subject.title, [Self.words(one.state)], width: 33, .flag(one.subject))]
        + (frame?.notes[one.subject] ?? []).map { .words("  \($0)") }
    }
  }

  package static func words(_ state: ReadFirst.State) -> String {
    switch state {
    case .reported(let days):
      let shown = days.suffix(5).map { String($0.iso.dropFirst(5)) }.joined(separator: ", ")
      return "reported: \(shown)" + (days.count > 5 ? " (\(days.count) days)" : "")
    case .noneReported: return "none reported"
    case .notAsked: return "not asked"
    case .notShared: return "NOT SHARED"
    case .noFile(let since): return since.map { "NO FILE SINCE \($0.iso)" } ?? "NO FILE YET"
    }
  }

  private var note: [String] {
    (report.note ?? "").split(separator: "\n").map { String($0) }
  }

  private var measures: [ReportLine] {
    report.measures.compactMap { measure in
      guard let last = measure.points.last, let first = measure.points.first else { return nil }
      var words = "\(measure.title), \(measure.label): \(Form.plain(last.value))"
      if let reach = measure.reach { words += " (\(Form.plain(reach.lowerBound))-\(Form.plain(reach.upperBound)))" }
      words += " on \(last.day.iso)"
      if last.missing > 0 { words += " (\(last.missing) not answered)" }
      if measure.points.count > 1 {
        let before = measure.points[measure.points.count - 2]
        words +=
          frame == nil
          ? "; before \(Form.plain(before.value))" : "; \(Self.change(measure, since: report.days.lowerBound))"
        if frame == nil || measure.points.count > 2 {
          words += ", first \(Form.plain(first.value)) on \(first.day.iso)"
        }
      }
      if frame != nil, measure.points.count > 2 { words += "; in turn " + Self.turns(measure) }
      return .words(words, .measure(measure.title))
    }
  }

  /// `+2 since 2026-11-06 (12)`: since what was known at the beginning of these days, else since the time before.
  private static func change(_ measure: Report.Measure, since day: Day) -> String {
    let earlier = measure.points.dropLast()
    guard let last = measure.points.last, let before = earlier.last(where: { $0.day <= day }) ?? earlier.last else {
      return ""
    }
    return "\(signed(last.value - before.value)) since \(before.day.iso) (\(Form.plain(before.value)))"
  }

  /// `+2`, `-3`, `no change`.
  package static func signed(_ change: Double) -> String {
    change == 0 ? "no change" : (change > 0 ? "+" : "") + Form.plain(change)
  }

  /// `14, 12, 15, 9`: the last eight.
  private static func turns(_ measure: Report.Measure) -> String {
    measure.points.suffix(8).map { Form.plain($0.value) }.joined(separator: ", ")
  }

  /// The newest first: where there are too many, the oldest are left out.
  private var goals: [ReportLine] {
    report.goals.enumerated().reversed().map { .words("\($1.what ?? "Goal \($0 + 1)"): \($1.state)", .goals) }
  }

  private var isLong: Bool { report.span.length > 7 }

  /// The spans that the columns of numbers are about.
  private var spans: String {
    let week = "last \(min(7, report.span.length)) days"
    return isLong ? "\(week) | last \(min(14, report.span.length)) days" : week
  }

  private var numbers: [ReportLine] {
    let rows = report.numbers.map { number -> ReportLine in
      let scale = number.scale.map { " (\(Form.plain($0.lowerBound))-\(Form.plain($0.upperBound)))" } ?? ""
      let unit = number.unit.map { " (\($0))" } ?? ""
      return .values(
        number.title + scale + unit, [Self.words(number.week)] + (isLong ? [Self.words(number.fortnight)] : []),
        width: 22, .number(number.title))
    }
    let doses = report.medication.map { "\($0.word) \($0.week)" + (isLong ? " | \($0.fortnight)" : "") }
    return rows
      + (doses.isEmpty ? [] : [.words("Medication, days: " + doses.joined(separator: "; "), .medication)])
  }

  private static func words(_ span: Report.Number.Span?) -> String {
    guard let span else { return "no number" }
    return "\(one(span.mean)), \(one(span.low))-\(one(span.high)), \(span.noted) of \(span.days)"
  }

  /// One decimal, none where it is zero.
  private static func one(_ value: Double) -> String { Form.plain((value * 10).rounded() / 10) }

  private var practice: [ReportLine] {
    report.practice.map { one in
      var words = "\(one.title): \(one.tries == 1 ? "once" : "\(one.tries) times")"
      if one.rated > 0 { words += ", rated lower after \(one.lower) of \(one.rated)" }
      return .words(words, .practice(one.title))
    }
  }

  private var homework: [ReportLine] {
    report.homework.reversed().map { .words("\($0.day.iso) \($0.what ?? "(words not shared)"): \($0.outcome)", .homework) }
  }

  private var sessions: [ReportLine] {
    let (attended, missed) = report.sessions
    guard frame != nil, attended + missed > 0 else { return [] }
    return [.words("attended \(attended), missed \(missed)", .sessions)]
  }

  private var disputed: [ReportLine] {
    report.disputed.map { .words("\($0.title), \($0.source.day.iso), entry \($0.source.entry.short)", .disputed) }
  }
}
