import Glibc

/// Milliseconds that repetitions of one piece of work took.
struct Timing {
  private var times: [Double] = []

  /// Runs `work` once and notes how long it took.
  mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = Self.now()
    let result = try work()
    times.append(Self.now() - start)
    return result
  }

  var json: String {
    let sorted = times.sorted()
    return "{\"median\": \(sorted[sorted.count / 2]), \"p95\": \(sorted[sorted.count * 95 / 100])}"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
