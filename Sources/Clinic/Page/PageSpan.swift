import Forms
import Journal

/// Which days a page is about, and why.
struct PageSpan: Equatable {
  var days: ClosedRange<Day>
  var reason: String

  static let usual = 14

  /// `last`: the last day that files are about. `marked`: the day the page was read for a session last.
  init(until last: Day, asked: Day?, sessions: [Answered], marked: Day?) {
    func from(_ day: Day, _ why: String) -> (ClosedRange<Day>, String) {
      day < last
        ? (day...last, "Since \(why), \(day.iso).")
        : (Self.back(from: last), "Nothing came since \(why), \(day.iso). These are the \(Self.usual) days before.")
    }
    if let asked {
      (days, reason) = (min(asked, last)...last, "Since \(asked.iso), as asked.")
    } else if let session = Self.session(sessions, before: last) {
      (days, reason) = from(session, "the last session they noted")
    } else if let marked {
      (days, reason) = from(marked, "this page was last marked as read")
    } else {
      (days, reason) = (Self.back(from: last), "The last \(Self.usual) days. No earlier session is known.")
    }
  }

  private static func back(from last: Day) -> ClosedRange<Day> { last.adding(days: 1 - usual)...last }

  /// The last one that they were at, a day before the files end or earlier. In a programme with groups on most days it is
  /// the one-to-one that counts, where any is noted.
  private static func session(_ sessions: [Answered], before last: Day) -> Day? {
    var all: [Day] = []
    var alone: [Day] = []
    for one in sessions where one.entry.form.id == "session" && one.chosen("outcome")?.code == "attended" {
      let day = one.chosen("day").flatMap { Day(iso: $0.code) } ?? one.entry.day
      guard day < last else { continue }
      all.append(day)
      if !["group", "family"].contains(one.chosen("service")?.code) { alone.append(day) }
    }
    return alone.max() ?? all.max()
  }
}
