import JSON
import Journal

/// Which version of an entry stands. It is a function of the set of all versions that came, so that neither the order of
/// files, nor how often each was taken, makes a difference.
package enum LineMerge {
  /// What each version is, in the order given. Each version stands there once.
  package static func standings(_ versions: [EntryVersion]) -> [EntryStanding] {
    var standings = [EntryStanding](repeating: .gone, count: versions.count)
    guard let newest = versions.map(\.revision).max() else { return [] }
    let top = versions.indices.filter { versions[$0].revision == newest }
      .sorted { versions[$0].digest.lexicographicallyPrecedes(versions[$1].digest) }
    let lines = top.map { VersionLine(versions[$0]) }
    // Taking back wins: whoever withdrew an entry did not want it read.
    if let gone = lines.firstIndex(where: \.isWithdrawn) {
      standings[top[gone]] = .withdrawn
      return standings
    }
    let most = top.indices.filter { place in top.indices.allSatisfy { lines[place].shows(all: lines[$0]) } }
    if let first = most.first {
      standings[top[first]] = .shown
      return standings
    }
    // Those of which no other shows all and more; of two that show the same, the first.
    let largest = top.indices.filter { place in
      !top.indices.contains { other in
        other != place && lines[other].shows(all: lines[place])
          && (other < place || !lines[place].shows(all: lines[other]))
      }
    }
    for (order, place) in largest.enumerated() { standings[top[place]] = order == 0 ? .disputed : .other }
    return standings
  }
}

/// A version as merging looks at it.
private struct VersionLine {
  let json: JSON
  var isWithdrawn: Bool { json["status"]?.string == "withdrawn" }

  init(_ version: EntryVersion) {
    let limits = JSONLimits(bytes: LogLimits.line, depth: 64)
    json = (try? JSON(reading: Array(version.body.utf8), limits: limits)) ?? .null
  }

  func shows(all other: VersionLine) -> Bool { ShowsMore.covers(json, other.json) }
}
