import Forms

/// What a clinician reads in two minutes before a session, from a person's own entries. Numbers only; how they are laid out
/// is decided elsewhere.
package struct Report: Equatable, Sendable {
  /// A number over the last week and the last two weeks of the time.
  package struct Number: Equatable, Sendable {
    package struct Span: Equatable, Sendable {
      package var days: Int
      package var mean: Double
      package var low: Double
      package var high: Double
      /// Days that have a number.
      package var noted: Int
    }
    package var title: String
    package var unit: String?
    /// The ends of the scale.
    package var scale: ClosedRange<Double>?
    package var week: Span?
    package var fortnight: Span?
    /// The mean of each day that has a number.
    package var byDay: [Day: Double]
  }

  /// A questionnaire's score over time.
  package struct Measure: Equatable, Sendable {
    package var title: String
    package var label: String
    /// The least and the most it can be; nil where that is not known.
    package var reach: ClosedRange<Double>?
    /// Oldest first. `missing` questions have no answer; nothing was put in their place.
    package var points: [(day: Day, value: Double, missing: Int)]
    package static func == (a: Measure, b: Measure) -> Bool {
      a.title == b.title && a.label == b.label && a.reach == b.reach
        && a.points.elementsEqual(b.points) { $0.day == $1.day && $0.value == $1.value && $0.missing == $1.missing }
    }
  }

  package struct Practice: Equatable, Sendable {
    package var title: String
    package var tries: Int
    /// Tries that were rated before and after, and how many of these were lower after.
    package var rated: Int
    package var lower: Int
    /// Mean of before less after, of 100.
    package var change: Double?
  }

  package struct Homework: Equatable, Sendable {
    package var day: Day
    /// Nil where the words stay with the person.
    package var what: String?
    package var outcome: String
    package var isDone = false
  }

  package struct Goal: Equatable, Sendable {
    package var what: String?
    package var state: String
  }

  /// An entry of which two files say different things. It is counted in no number.
  package struct Dispute: Equatable, Sendable {
    package var title: String
    package var source: Source
  }

  package var days: ClosedRange<Day>
  /// The days that numbers look back on; it begins before `days` where those are few and earlier entries are known.
  package var span: ClosedRange<Day>
  package var note: String?
  /// Titles of pages that the person wants to talk about.
  package var pages: [String]
  package var readFirst: [ReadFirst]
  package var measures: [Measure]
  package var goals: [Goal]
  package var numbers: [Number]
  /// How often medicine was noted as what, over the last week and the last two weeks: `taken`, `late`, `missed`.
  package var medication: [(word: String, week: Int, fortnight: Int)]
  package var practice: [Practice]
  package var homework: [Homework]
  package var sessions: (attended: Int, missed: Int)
  /// Days with any entry.
  package var logged: Int
  package var entries: Int
  /// Times of two days and more without an entry.
  package var gaps: [ClosedRange<Day>]
  package var disputed: [Dispute]

  package var length: Int { days.length }

  package static func == (a: Report, b: Report) -> Bool {
    a.days == b.days && a.span == b.span && a.disputed == b.disputed && a.note == b.note && a.pages == b.pages
      && a.readFirst == b.readFirst && a.measures == b.measures
      && a.goals == b.goals
      && a.numbers == b.numbers && a.medication.elementsEqual(b.medication) { $0 == $1 } && a.practice == b.practice
      && a.homework == b.homework && a.sessions == b.sessions && a.logged == b.logged && a.entries == b.entries
  }
}

extension ClosedRange<Day> {
  /// How many days there are.
  package var length: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 + 1 }
}
