import Forms
import Journal

/// What the roster tells of a person: made when a log comes in, so that a list of a thousand reads nobody's entries.
package struct RosterSummary: Equatable, Sendable {
  package struct Measure: Equatable, Sendable {
    package var title: String
    package var label: String
    package var value: Double
    package var day: Day
    /// Questions without an answer.
    package var missing: Int
    package var reach: ClosedRange<Double>?
    /// Since the time before; nil for the first.
    package var change: Double?
  }

  /// The strongest of the last seven days.
  package struct Urge: Equatable, Sendable {
    package var value: Double
    package var high: Double
    package var day: Day
  }

  package struct Flag: Equatable, Sendable {
    package enum State: String, Sendable {
      case reported
      case noneReported = "none-reported"
      case notAsked = "not-asked"
      case notShared = "not-shared"
    }
    package var subject: ReadFirst.Subject
    /// Over the last fourteen days of the logs.
    package var state: State
    /// The newest day it was reported on in the last eight weeks, and when the last report of it came here, in
    /// milliseconds.
    package var day: Day?
    package var arrived: Int64?
  }

  /// When the newest log was made, and its days.
  package var created: Day
  package var range: ClosedRange<Day>
  /// Days with an entry, of the last fourteen that any log is about.
  package var logged: Int
  package var covered: Int
  package var measure: Measure?
  package var urge: Urge?
  package var homeworkDone: Int
  package var homeworkGiven: Int
  package var flags: [Flag]
  /// Of which nothing is shared.
  package var withheld: [ShareCategory]
  /// Entries that files disagree about.
  package var disputed: Int

  /// So many days are looked back upon, and for something to read first and for measures this many.
  package static let days = 14
  package static let weeksBack = 56
}

extension RosterSummary {
  /// An entry, when it first came here in milliseconds, and whether files disagree about it.
  package struct Arrived: Equatable, Sendable {
    package var answered: Answered
    package var at: Int64
    package var isDisputed: Bool
    package init(_ answered: Answered, at: Int64, isDisputed: Bool = false) {
      self.answered = answered
      self.at = at
      self.isDisputed = isDisputed
    }
  }

  /// `head` is of the newest log, `entries` are of its last weeks, `ranges` the days that logs are about.
  package init(_ entries: [Arrived], head: KeptHead, ranges: [ClosedRange<Day>]) {
    let last = head.range.upperBound
    let days = last.adding(days: 1 - Self.days)...last
    let inside = entries.filter { days.contains($0.answered.entry.day) }
    let report = Report(
      inside.filter { !$0.isDisputed }.map(\.answered), days: days,
      earlier: entries.filter { !$0.isDisputed && $0.answered.entry.day < days.lowerBound }.map(\.answered),
      disputed: inside.filter(\.isDisputed).map(\.answered),
      withheld: ReadFirst.Subject.withheld(head.detail))
    created = head.created.day
    range = head.range
    logged = report.logged
    covered = (0..<Self.days).count { back in ranges.contains { $0.contains(last.adding(days: -back)) } }
    measure = Self.measure(report)
    urge = inside.filter { !$0.isDisputed && $0.answered.entry.day > last.adding(days: -7) }.flatMap { one in
      ReadFirst.urges(in: one.answered).map { (one.answered.entry.day, $0) }
    }.max { $0.1.share < $1.1.share }.map { Urge(value: $1.value, high: $1.high, day: $0) }
    homeworkDone = report.homework.count(where: \.isDone)
    homeworkGiven = report.homework.count
    flags = report.readFirst.map { Self.flag($0, entries) }
    withheld = head.withheld
    disputed = report.disputed.count
  }

  private static func measure(_ report: Report) -> Measure? {
    var found: Report.Measure?
    for measure in report.measures {
      guard let day = measure.points.last?.day else { continue }
      if day > found?.points.last?.day ?? Day(daysSince1970: -700_000) { found = measure }
    }
    guard let found, let last = found.points.last else { return nil }
    return Measure(
      title: found.title, label: found.label, value: last.value, day: last.day, missing: last.missing,
      reach: found.reach, change: found.points.dropLast().last.map { last.value - $0.value })
  }

  private static func flag(_ one: ReadFirst, _ entries: [Arrived]) -> Flag {
    let reports = entries.filter { ReadFirst.isReported(one.subject, in: $0.answered) == true }
    let state: Flag.State =
      switch one.state {
      case .reported: .reported
      case .noneReported: .noneReported
      case .notShared: .notShared
      case .notAsked, .noFile: .notAsked
      }
    return Flag(
      subject: one.subject, state: state, day: reports.map(\.answered.entry.day).max(),
      arrived: reports.map(\.at).max())
  }
}
