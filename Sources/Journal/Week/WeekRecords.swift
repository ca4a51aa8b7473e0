import Forms

/// What a summary of seven days is made from.
package struct WeekRecords: Equatable, Sendable {
  /// Days before the week that it is set beside.
  package static let daysBefore = 28

  /// One entry of the week with what its form says of it.
  package struct Item: Equatable, Sendable {
    package var entry: Entry
    package var title: String
    package var isPractice: Bool
    /// What it rates before and after.
    package var pairs: [RatedPair]
    /// Short names of its questions, where they have one: `urge-t7` is `to drink`.
    package var names: [String: String]

    package init(
      entry: Entry, title: String, isPractice: Bool = false, pairs: [RatedPair] = [], names: [String: String] = [:]
    ) {
      self.entry = entry
      self.title = title
      self.isPractice = isPractice
      self.pairs = pairs
      self.names = names
    }
  }

  /// A line of a list that is open now, and the entry it stands in.
  package struct Line: Equatable, Sendable {
    package var words: String
    package var source: Source
    package init(_ words: String, _ source: Source) {
      self.words = words
      self.source = source
    }
  }

  package var days: ClosedRange<Day>
  /// Oldest first.
  package var items: [Item] = []
  package var moodBefore: [SourcedNumber] = []
  package var urgesBefore: [SourcedNumber] = []
  package var goals: [Line] = []
  package var homework: [Line] = []

  package init(days: ClosedRange<Day>) { self.days = days }
}
