/// How often what was tried, and what was wrong.
package struct Tally: Sendable {
  /// Counts by row (a story, a kind of damage) and column (what was done to it).
  package private(set) var counts: [String: [String: Int]] = [:]
  package private(set) var wrong: [Wrong] = []
  /// Disks after a crash.
  package private(set) var images = 0
  /// Everything that was tried.
  package private(set) var trials = 0

  package struct Wrong: Sendable {
    package let trial: String
    package let problems: [String]
  }

  package init() {}

  package mutating func note(_ row: String, _ column: String, isImage: Bool = false, count: Int = 1) {
    counts[row, default: [:]][column, default: 0] += count
    trials += count
    if isImage { images += count }
  }

  package mutating func note(_ problems: [String], in trial: Trial) { note(problems, in: trial.description) }

  package mutating func note(_ problems: [String], in trial: String) {
    if !problems.isEmpty { wrong.append(Wrong(trial: trial, problems: problems)) }
  }

  package mutating func add(_ other: Tally) {
    counts.merge(other.counts) { $0.merging($1, uniquingKeysWith: +) }
    wrong += other.wrong
    images += other.images
    trials += other.trials
  }
}
