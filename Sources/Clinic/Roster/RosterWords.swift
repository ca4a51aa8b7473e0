import Exchange
import Forms
import Journal

/// What the roster says of a person, cell by cell.
struct RosterWords {
  let row: RosterRow
  let today: Day

  var name: String {
    HarmlessText.line(row.person.name) + (row.person.status == .discharged ? " (discharged)" : "")
  }

  /// The day the newest log was made.
  var last: String { row.summary.map { date($0.created) } ?? "none" }

  var days: String { row.summary.map { "\($0.logged) of \($0.covered)" } ?? "" }

  var measure: String {
    guard let measure = row.summary?.measure else { return "" }
    var words = "\(Self.brief(measure.title)) \(Form.plain(measure.value))"
    if measure.missing > 0 { words += " (\(measure.missing) open)" }
    if let change = measure.change { words += " (\(change == 0 ? "=" : ReportText.signed(change)))" }
    return words
  }

  var urge: String { row.summary?.urge.map { "\(Form.plain($0.value)) of \(Form.plain($0.high))" } ?? "" }

  var homework: String {
    guard let summary = row.summary, summary.homeworkGiven > 0 else { return "" }
    return "\(summary.homeworkDone) of \(summary.homeworkGiven)"
  }

  /// The five states in words; what is not yet seen before everything else.
  var readFirst: String {
    var parts: [String] = []
    func named(_ flags: [RosterRow.Flag]) -> String {
      flags.map { flag in flag.subject.short + (flag.day.map { " \(date($0))" } ?? "") }.joined(separator: ", ")
    }
    if !row.unseen.isEmpty { parts.append("REPORTED, not yet seen: \(named(row.unseen))") }
    if row.isMissing {
      parts.append(row.summary.map { "NO FILE SINCE \(date($0.range.upperBound))" } ?? "NO FILE YET")
    }
    if !row.reported.isEmpty { parts.append("reported and seen: \(named(row.reported))") }
    // Of days without a file nothing can be said.
    if !row.isMissing {
      for (state, words) in [
        (RosterSummary.Flag.State.notShared, "NOT SHARED"), (.notAsked, "not asked"), (.noneReported, "none reported"),
      ] {
        let subjects = row.core(state)
        if !subjects.isEmpty { parts.append("\(words): \(subjects.map(\.short).joined(separator: ", "))") }
      }
    }
    if let disputed = row.summary?.disputed, disputed > 0 {
      parts.append(disputed == 1 ? "files disagree about 1 entry" : "files disagree about \(disputed) entries")
    }
    return parts.joined(separator: "; ")
  }

  /// `11-20`, with the year where it is another one.
  private func date(_ day: Day) -> String { day.year == today.year ? String(day.iso.dropFirst(5)) : day.iso }

  /// A title short enough for a column.
  private static func brief(_ title: String) -> String {
    title.count <= 14 ? title : title.prefix(13).trimmingEnd + "\u{2026}"
  }
}

extension Substring {
  fileprivate var trimmingEnd: String {
    var text = String(self)
    while text.last == " " { text.removeLast() }
    return text
  }
}
