import Glibc

/// What repetitions of one piece of work cost.
struct Timing {
  private var costs: [Cost] = []

  /// Milliseconds that passed, and milliseconds of processor time.
  struct Cost {
    var wall = 0.0
    var cpu = 0.0

    static var now: Cost { Cost(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID)) }

    static func - (one: Cost, other: Cost) -> Cost { Cost(wall: one.wall - other.wall, cpu: one.cpu - other.cpu) }

    private static func read(_ clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
  }

  /// Runs `work` once and notes what it cost.
  mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = Cost.now
    let result = try work()
    costs.append(Cost.now - start)
    return result
  }

  var json: String {
    let walls = costs.map(\.wall).sorted()
    let cpu = costs.map(\.cpu).sorted()[costs.count / 2]
    return """
      {"median": \(walls[walls.count / 2]), "p95": \(walls[walls.count * 95 / 100]), "cpu": \(cpu)}
      """
  }
}
