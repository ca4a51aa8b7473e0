import Glibc

/// Milliseconds that repetitions of one piece of work took: the time that passed, and processor time.
struct Timing {
  private var walls: [Double] = []
  private var processor: [Double] = []

  /// Runs `work` once and notes how long it took.
  mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
    let (wall, cpu) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
    let result = try work()
    walls.append(Self.now(CLOCK_MONOTONIC) - wall)
    processor.append(Self.now(CLOCK_PROCESS_CPUTIME_ID) - cpu)
    return result
  }

  var json: String {
    let sorted = walls.sorted()
    let cpu = processor.sorted()[processor.count / 2]
    return """
      {"median": \(sorted[sorted.count / 2]), "p95": \(sorted[sorted.count * 95 / 100]), "cpu": \(cpu)}
      """
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
