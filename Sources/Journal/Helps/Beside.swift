import Forms

/// Sleep, movement, practice and company beside the mood of the next day, as differences with the number of days on both
/// sides. Medication and substances have no place in it, and days with use or something acted on are left out.
package struct Beside: Equatable, Sendable {
  /// Fewer days than this on either side say too little.
  package static let least = 8
  /// Minutes of sleep from which a night counts as long.
  package static let longNight = 420.0

  package enum Factor: String, Sendable, CaseIterable { case sleep, movement, practice, company }

  package struct Side: Equatable, Sendable {
    package var mean: Double
    package var days: Int
  }

  /// `with`: after long nights, days with movement, and so on.
  package struct Comparison: Equatable, Sendable {
    package var factor: Factor
    package var with: Side
    package var without: Side
  }

  package struct TooFew: Equatable, Sendable {
    package var factor: Factor
    package var with: Int
    package var without: Int
  }

  /// What was noted on each day, by days since 1970.
  package struct Days: Equatable, Sendable {
    /// The mean mood of the day.
    package var mood: [Int: Double] = [:]
    /// Minutes of the night before the day.
    package var sleep: [Int: Double] = [:]
    package var movement: [Int: Bool] = [:]
    package var company: [Int: Bool] = [:]
    /// Days with a skill or an exercise. Other days with a mood count as days without.
    package var practice: Set<Int> = []
    /// Days with use, or an urge or a behaviour acted on.
    package var leftOut: Set<Int> = []
    package init() {}
  }

  package let comparisons: [Comparison]
  package let tooFew: [TooFew]

  package init(_ days: Days) {
    var comparisons: [Comparison] = []
    var tooFew: [TooFew] = []
    for factor in Factor.allCases {
      let (with, without) = Self.moods(factor, days)
      if with.count >= Self.least, without.count >= Self.least, let high = with.mean, let low = without.mean {
        comparisons.append(
          Comparison(
            factor: factor, with: Side(mean: high, days: with.count), without: Side(mean: low, days: without.count)))
      } else {
        tooFew.append(TooFew(factor: factor, with: with.count, without: without.count))
      }
    }
    self.comparisons = comparisons
    self.tooFew = tooFew
  }

  private static func moods(_ factor: Factor, _ days: Days) -> (with: [Double], without: [Double]) {
    let noted: [Int: Bool]
    switch factor {
    case .sleep: noted = days.sleep.mapValues { $0 >= longNight }
    case .movement: noted = days.movement
    case .company: noted = days.company
    case .practice:
      noted = Dictionary(
        uniqueKeysWithValues: days.practice.union(days.mood.keys).map { ($0, days.practice.contains($0)) })
    }
    // A night is followed by the day it is noted on; what a day held is followed by the next one.
    let later = factor == .sleep ? 0 : 1
    var with: [Double] = []
    var without: [Double] = []
    for (day, holds) in noted.sorted(by: { $0.key < $1.key }) where !days.leftOut.contains(day) {
      guard let mood = days.mood[day + later] else { continue }
      if holds { with.append(mood) } else { without.append(mood) }
    }
    return (with, without)
  }
}
