/// What became of distress in the tries of each skill and exercise, with how many there were. Under eight nothing is said.
package struct HelpsReport: Equatable, Sendable {
  /// Fewer tries than this say too little.
  package static let least = 8

  /// How the ratings of some tries moved.
  package struct Moved: Equatable, Sendable {
    package var tries: Int
    package var lower: Int
    package var same: Int
    package var higher: Int

    package init(_ changes: [Double]) {
      tries = changes.count
      lower = changes.count { $0 < 0 }
      same = changes.count { $0 == 0 }
      higher = changes.count { $0 > 0 }
    }
  }

  /// Tries that share a feeling or a part of the day.
  package struct Group: Equatable, Sendable {
    package enum Kind: String, Sendable { case feeling, part }
    package var kind: Kind
    package var name: String
    package var moved: Moved
    package var mean: Double
  }

  package struct Line: Equatable, Sendable {
    package var form: String
    package var rated: Rated
    package var moved: Moved
    package var meanBefore: Double
    package var meanAfter: Double
    package var mean: Double
    package var median: Double
    /// After less before, oldest first.
    package var changes: [Double]
    /// Of the mean, at 90 %; only in detail.
    package var interval: ClosedRange<Double>?
    package var groups: [Group]
  }

  package struct TooFew: Equatable, Sendable {
    package var form: String
    package var rated: Rated
    package var tries: Int
  }

  /// The largest mean drop first.
  package let lines: [Line]
  /// The most tries first.
  package let tooFew: [TooFew]

  /// `tries`: oldest first, already without entries in which something was used or acted on.
  package init(_ tries: [RatedTry], inDetail: Bool = false) {
    struct Key: Hashable {
      var form: String
      var rated: Rated
    }
    var lines: [Line] = []
    var tooFew: [TooFew] = []
    for (key, tries) in Dictionary(grouping: tries, by: { Key(form: $0.form, rated: $0.rated) }) {
      guard tries.count >= Self.least else {
        tooFew.append(TooFew(form: key.form, rated: key.rated, tries: tries.count))
        continue
      }
      lines.append(Self.line(form: key.form, rated: key.rated, tries, inDetail: inDetail))
    }
    self.lines = lines.sorted { ($0.mean, $0.form, $0.rated.rawValue) < ($1.mean, $1.form, $1.rated.rawValue) }
    self.tooFew = tooFew.sorted { ($1.tries, $0.form, $0.rated.rawValue) < ($0.tries, $1.form, $1.rated.rawValue) }
  }

  private static func line(form: String, rated: Rated, _ tries: [RatedTry], inDetail: Bool) -> Line {
    let changes = tries.map(\.change)
    return Line(
      form: form, rated: rated, moved: Moved(changes), meanBefore: tries.map(\.before).mean ?? 0,
      meanAfter: tries.map(\.after).mean ?? 0, mean: changes.mean ?? 0, median: changes.median ?? 0, changes: changes,
      interval: inDetail ? Bootstrap.interval(of: changes) : nil, groups: inDetail ? groups(tries) : [])
  }

  /// Groups of enough tries, parts of the day in their order, then feelings by name.
  private static func groups(_ tries: [RatedTry]) -> [Group] {
    func group(_ kind: Group.Kind, _ name: String, _ tries: [RatedTry]) -> Group? {
      guard tries.count >= least else { return nil }
      let changes = tries.map(\.change)
      return Group(kind: kind, name: name, moved: Moved(changes), mean: changes.mean ?? 0)
    }
    let parts = PartOfDay.allCases.compactMap { part in
      group(.part, part.rawValue, tries.filter { $0.part == part })
    }
    let feelings = Dictionary(grouping: tries.filter { $0.feeling != nil }) { $0.feeling ?? "" }
      .sorted { $0.key < $1.key }.compactMap { group(.feeling, $0.key, $0.value) }
    return parts + feelings
  }
}
