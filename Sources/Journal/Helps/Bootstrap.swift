/// How far a mean could lie from the one that was seen: means of samples drawn again from the same values.
package enum Bootstrap {
  package static let resamples = 2000
  /// Always the same, so that the same entries always give the same interval.
  private static let seed: UInt64 = 20_261_120

  /// The percentile interval of the mean that holds `share` of the resampled means; nil without values.
  package static func interval(of values: [Double], share: Double = 0.9) -> ClosedRange<Double>? {
    guard !values.isEmpty else { return nil }
    var random = SeededRandom(seed: seed)
    let count = UInt64(values.count)
    var means: [Double] = []
    means.reserveCapacity(resamples)
    for _ in 0..<resamples {
      var sum = 0.0
      // The upper half of each number, scaled to the count: the lean to some values is below one in a hundred million.
      for _ in values.indices { sum += values[Int((random.next() >> 32 &* count) >> 32)] }
      means.append(sum / Double(values.count))
    }
    means.sort()
    let tail = (1 - share) / 2
    let low = quantile(tail, of: means)
    return low...max(low, quantile(1 - tail, of: means))
  }

  /// Between two neighbours in proportion, as numpy has it by default.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

extension [Double] {
  /// Nil without values.
  package var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

  /// The middle value, or the mean of the two in the middle; nil without values.
  package var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
