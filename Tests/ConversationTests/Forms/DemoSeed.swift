import Forms

@testable import Conversation

/// Numbers from a seed, and Friday, 2026-11-20.
enum DemoSeed {
  static let today = Day(daysSince1970: 20_777)
  static func random(_ seed: UInt64) -> DemoRandom { DemoRandom(seed: seed) }
}
