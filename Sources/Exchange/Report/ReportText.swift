import Forms
import Journal

/// A report as text to paste into a record: plain ASCII, at most 76 columns and 40 lines.
package struct ReportText {
  package static let columns = 76
  package static let lines = 40

  let report: Report
  /// Titles of categories of which nothing, or only numbers, went.
  let withheld: [String]
  /// What the programme said about who reads files, and how often.
  let reading: String?

  package init(_ report: Report, withheld: [String], reading: String? = nil) {
    self.report = report
    self.withheld = withheld
    self.reading = reading
  }

  /// What this is, and is not.
  var standing: String {
    "Not monitored, not verified. Nobody watches this as it is written." + (reading.map { " " + $0 } ?? "")
  }

  var foot: String {
    "Days with an entry: \(report.logged) of \(report.length)."
      + (withheld.isEmpty ? "" : " Not shared: \(withheld.joined(separator: ", ")).")
  }

  /// A line of a section: words, or a name with its values.
  enum Line {
    case words(String)
    case values(String, [String], width: Int)

    /// For a page, where columns do not line up.
    var sentence: String {
      switch self {
      case .words(let words): words
      case .values(let name, let values, _): "\(name): \(values.joined(separator: " | "))"
      }
    }

    /// With spaces between the columns.
    var columns: String {
      switch self {
      case .words(let words): words
      case .values(let name, let values, let width):
        ReportText.pad(name, width) + " "
          + (values.dropLast().map { ReportText.pad($0, 26) } + [values.last ?? ""]).joined(separator: " ")
      }
    }
  }

  /// Headed lists in the order they are read, without empty ones.
  var sections: [(title: String, lines: [Line])] {
    [
      ("Read first", readFirst), ("Note for the session", note.map(Line.words)),
      ("Pages to talk about", report.pages.map(Line.words)),
      ("Measures", measures.map(Line.words)), ("Goals", goals.map(Line.words)),
      ("Numbers (mean, range, days noted): \(spans)", numbers),
      ("Practised", practice.map(Line.words)), ("Homework", homework.map(Line.words)),
    ].filter { !$0.1.isEmpty }
  }

  /// Ends with a line feed. What does not fit is counted, never dropped in silence.
  package func render() -> String {
    let head =
      Self.wrap(
        "Patient-reported, \(report.days.lowerBound.iso) to \(report.days.upperBound.iso), not monitored, not verified."
      )
      + Self.wrap("Nobody watches this as it is written." + (reading.map { " " + $0 } ?? ""))
    let foot = [""] + Self.wrap(self.foot)
    let sections = sections.map {
      [""] + [$0.title.uppercased()] + $0.lines.flatMap { Self.wrap("  " + $0.columns, under: 4) }
    }
    var room = Self.lines - head.count - foot.count
    // What comes first counts most; each section leaves at least three lines to each that follows.
    var body: [String] = []
    for (index, section) in sections.enumerated() {
      let later = sections[(index + 1)...].map { min($0.count, 3) }.reduce(0, +)
      let cut = Self.cut(section, to: max(3, room - later))
      if cut.count > room { break }
      body += cut
      room -= cut.count
    }
    return (head + body + foot).map { PlainASCII.text($0) }.joined(separator: "\n") + "\n"
  }

  private static func cut(_ lines: [String], to most: Int) -> [String] {
    guard lines.count > most, most > 0 else { return lines }
    let left = lines.count - most + 1
    return lines.prefix(most - 1) + ["  (and \(left) more \(left == 1 ? "line" : "lines"))"]
  }

  private var readFirst: [Line] {
    report.readFirst.map { .values($0.subject.title, [Self.words($0.state)], width: 33) }
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

  private var measures: [String] {
    report.measures.compactMap { measure in
      guard let last = measure.points.last, let first = measure.points.first else { return nil }
      var words = "\(measure.title), \(measure.label): \(Form.plain(last.value)) on \(last.day.iso)"
      if last.missing > 0 { words += " (\(last.missing) not answered)" }
      if measure.points.count > 1 {
        let before = measure.points[measure.points.count - 2]
        words += "; before \(Form.plain(before.value)), first \(Form.plain(first.value)) on \(first.day.iso)"
      }
      return words
    }
  }

  /// The newest first: where there are too many, the oldest are left out.
  private var goals: [String] {
    report.goals.enumerated().reversed().map { "\($1.what ?? "Goal \($0 + 1)"): \($1.state)" }
  }

  /// The spans that the columns of numbers are about.
  private var spans: String {
    let week = "last \(min(7, report.length)) days"
    return report.length > 7 ? "\(week) | last \(min(14, report.length)) days" : week
  }

  private var numbers: [Line] {
    let rows = report.numbers.map { number -> Line in
      let scale = number.scale.map { " (\(Form.plain($0.lowerBound))-\(Form.plain($0.upperBound)))" } ?? ""
      let unit = number.unit.map { " (\($0))" } ?? ""
      return .values(
        number.title + scale + unit,
        [Self.words(number.week)] + (report.length > 7 ? [Self.words(number.fortnight)] : []), width: 22)
    }
    let doses = report.medication.map {
      "\($0.word) \($0.week)" + (report.length > 7 ? " | \($0.fortnight)" : "")
    }
    return rows + (doses.isEmpty ? [] : [.words("Medication, days: " + doses.joined(separator: "; "))])
  }

  private static func words(_ span: Report.Number.Span?) -> String {
    guard let span else { return "no number" }
    return "\(one(span.mean)), \(one(span.low))-\(one(span.high)), \(span.noted) of \(span.days)"
  }

  /// One decimal, none where it is zero.
  private static func one(_ value: Double) -> String { Form.plain((value * 10).rounded() / 10) }

  private var practice: [String] {
    report.practice.map { one in
      var words = "\(one.title): \(one.tries == 1 ? "once" : "\(one.tries) times")"
      if one.rated > 0 { words += ", rated lower after \(one.lower) of \(one.rated)" }
      return words
    }
  }

  private var homework: [String] {
    report.homework.reversed().map { "\($0.day.iso) \($0.what ?? "(words not shared)"): \($0.outcome)" }
  }

  fileprivate static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Breaks at spaces; later lines are indented by `under`. A word longer than a line is cut.
  private static func wrap(_ text: some StringProtocol, under: Int = 0) -> [String] {
    // Columns of a table stay where they are.
    let plain = PlainASCII.text(String(text))
    if plain.count <= columns { return [plain] }
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isFresh = true
    for word in plain.split(separator: " ") {
      var word = word
      while true {
        let gap = isFresh ? 0 : 1
        if line.count + gap + word.count <= columns {
          line += (isFresh ? "" : " ") + word
          isFresh = false
          break
        }
        if isFresh {
          let room = columns - line.count
          lines.append(line + word.prefix(room))
          word = word.dropFirst(room)
        } else {
          lines.append(line)
        }
        line = String(repeating: " ", count: under)
        isFresh = true
      }
    }
    return isFresh && !lines.isEmpty ? lines : lines + [line]
  }
}
