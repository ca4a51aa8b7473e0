import Forms

/// Which traps and which thoughts came up, how much they were believed before and after, and what came of the tests.
package struct ThoughtPatterns: Equatable, Sendable {
  /// Fewer records than this show no pattern.
  package static let least = 8
  /// Days that make up "the last four weeks".
  package static let weeks = 28
  /// So many thoughts are told, the newest ones.
  package static let mostThoughts = 5

  /// A thought record, as far as patterns need it.
  package struct Record: Equatable, Sendable {
    package var entry: String
    package var day: Day
    package var thought: String
    /// Nil where the form does not ask.
    package var traps: [String]?
    package var before: Double?
    package var after: Double?
    /// The last time it was looked at again.
    package var later: Double?

    package init(
      entry: String, day: Day, thought: String, traps: [String]? = nil, before: Double? = nil, after: Double? = nil,
      later: Double? = nil
    ) {
      self.entry = entry
      self.day = day
      self.thought = thought
      self.traps = traps
      self.before = before
      self.after = after
      self.later = later
    }
  }

  /// What a test of a thought showed.
  package struct Test: Equatable, Sendable {
    package var source: Source
    package var thought: String
    /// `none`, `part`, `most`, `all` or `unclear` of what was expected; nil when it was not done yet.
    package var fit: String?
    package var before: Double?
    package var now: Double?

    package init(source: Source, thought: String, fit: String?, before: Double?, now: Double?) {
      self.source = source
      self.thought = thought
      self.fit = fit
      self.before = before
      self.now = now
    }
  }

  package struct Trap: Equatable, Sendable {
    package var code: String
    /// Records that name it: ever, in the last four weeks, and in the four weeks before those.
    package var total: Int
    package var lately: Int
    package var earlier: Int
  }

  /// Belief in the first thought over the records that have both numbers.
  package struct Belief: Equatable, Sendable {
    package var moved: HelpsReport.Moved
    package var before: Double
    package var after: Double
  }

  package let records: Int
  /// Records that asked about traps.
  package let asked: Int
  /// The most frequent first.
  package let traps: [Trap]
  package let belief: Belief?
  /// The newest first.
  package let thoughts: [Record]
  /// The newest first.
  package let tests: [Test]

  /// `records`: oldest first. A test that was not done is told apart.
  package init(records: [Record], tests: [Test], today: Day) {
    self.records = records.count
    let asking = records.filter { $0.traps != nil }
    asked = asking.count
    var counts: [String: Trap] = [:]
    for record in asking {
      let ago = today.daysSince1970 - record.day.daysSince1970
      for code in Set(record.traps ?? []) {
        counts[code, default: Trap(code: code, total: 0, lately: 0, earlier: 0)].total += 1
        if ago < Self.weeks { counts[code]?.lately += 1 } else if ago < 2 * Self.weeks { counts[code]?.earlier += 1 }
      }
    }
    traps = counts.values.sorted { ($1.total, $1.lately, $0.code) < ($0.total, $0.lately, $1.code) }
    let rated = records.compactMap { record -> (Double, Double)? in
      guard let before = record.before, let after = record.after else { return nil }
      return (before, after)
    }
    let change = HelpsReport.Moved(rated.map { $0.1 - $0.0 })
    if let before = rated.map(\.0).mean, let after = rated.map(\.1).mean {
      belief = Belief(moved: change, before: before, after: after)
    } else {
      belief = nil
    }
    thoughts = Array(records.reversed().prefix(Self.mostThoughts))
    self.tests = tests.sorted { ($1.source.day, $1.source.entry) < ($0.source.day, $0.source.entry) }
  }
}
