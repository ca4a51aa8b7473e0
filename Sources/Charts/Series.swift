/// A value at a place on the axis; places are whole numbers, such as days.
package struct Point: Equatable, Sendable {
  package var at: Int
  package var value: Double
  package init(_ at: Int, _ value: Double) {
    self.at = at
    self.value = value
  }
}

/// Points in order. Neighbours that are `step` apart are joined; where one is missing there is a gap.
package struct Series: Equatable, Sendable {
  package let points: [Point]
  package let step: Int
  private let isJoined: Bool

  /// Values that are no numbers are left out; of two at one place the last one counts.
  package init(_ points: [Point], step: Int = 1, joined: Bool = true) {
    var known: [Int: Double] = [:]
    for point in points where point.value.isFinite { known[point.at] = point.value }
    self.points = known.sorted { $0.key < $1.key }.map { Point($0.key, $0.value) }
    self.step = max(1, step)
    isJoined = joined
  }

  /// Points without a gap between them, run by run.
  package var runs: [[Point]] {
    var runs: [[Point]] = []
    for point in points {
      if isJoined, let last = runs.last?.last, point.at - last.at == step {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }
}

/// A labelled place on the axis.
package struct Tick: Equatable, Sendable {
  package var at: Int
  package var label: String
  package init(_ at: Int, _ label: String) {
    self.at = at
    self.label = label
  }
}

/// The places from the first to the last, and which of them carry a label; where there is no room some are left out.
package struct Axis: Equatable, Sendable {
  package let first: Int, last: Int
  package let ticks: [Tick]

  package init(from first: Int, to last: Int, ticks: [Tick] = []) {
    self.first = min(first, last)
    self.last = max(first, last)
    let range = self.first...self.last
    self.ticks = ticks.filter { range.contains($0.at) }.sorted { $0.at < $1.at }
  }

  /// Where a place lies, from 0 to 1.
  package func share(of place: Int) -> Double {
    last > first ? min(1, max(0, Double(place - first) / Double(last - first))) : 0
  }

  /// The labels there is room for on `width`, and where each begins: all, or every second, third … one. `size` is the width
  /// of a label. `cells`: it begins at its tick, in whole cells, of which the last one is beyond `width`; else it is centred
  /// under it. The last one may move in, or give way.
  func labels(
    on width: Double, cells: Bool, gap: Double, size: (String) -> Double
  ) -> [(tick: Tick, start: Double)] {
    for stride in 1...max(1, ticks.count) {
      var placed: [(tick: Tick, start: Double)] = []
      var end = -gap
      var fits = true
      for index in Swift.stride(from: 0, to: ticks.count, by: stride) {
        let tick = ticks[index]
        let size = size(tick.label)
        let place = share(of: tick.at) * width
        let wanted = cells ? place.rounded() : place - size / 2
        let start = max(0, min(wanted, (cells ? width + 1 : width) - size))
        guard start >= end + gap, size <= width else {
          fits = index + stride >= ticks.count
          break
        }
        placed.append((tick, start))
        end = start + size
      }
      if fits { return placed }
    }
    return []
  }
}
