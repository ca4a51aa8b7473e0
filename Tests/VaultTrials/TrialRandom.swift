import Crypto
import Synchronization
import Vault

/// A small repeatable generator (SplitMix64), so that every failing trial can be run again from its seed.
package struct TrialRandom: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `limit`.
  package mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

  package mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  package mutating func pick<Items: RandomAccessCollection>(_ items: Items) -> Items.Element where Items.Index == Int {
    items[items.startIndex + below(items.count)]
  }

  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
  }
}

extension RandomSource {
  /// Repeatable bytes; each value goes on from where the one before ended.
  package static func repeatable(seed: UInt64) -> RandomSource {
    let shared = SharedRandom(seed: seed)
    return RandomSource { bytes in shared.fill(bytes) }
  }
}

private final class SharedRandom: Sendable {
  private let random: Mutex<TrialRandom>

  init(seed: UInt64) { random = Mutex(TrialRandom(seed: seed)) }

  func fill(_ bytes: UnsafeMutableRawBufferPointer) {
    random.withLock { random in
      for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: random.next() >> 24) }
    }
  }
}

extension VaultContext {
  /// Repeatable random bytes and time. Slot keys cost nothing, but asking for one outside the format's limits is counted
  /// by `asked`: the real one would allocate that much.
  package static func trial(seed: UInt64, asked: SlotKeyWatch? = nil) -> VaultContext {
    VaultContext(random: .repeatable(seed: seed), now: { 1_795_000_000 }) {
      (secret, salt, passes, memory) throws(CryptoError) in
      asked?.note(passes: passes, memory: memory)
      let padded = try SecretBytes(count: max(secret.count, 16))
      padded.withMutableBytes { out in secret.withBytes { out.copyMemory(from: $0) } }
      return try BLAKE2b.derive(salt, from: padded)
    }
  }
}

/// Notes whether a slot key was ever asked for with settings that a file must not have.
package final class SlotKeyWatch: Sendable {
  private let wrong = Mutex(false)

  package init() {}

  /// Whether the work asked for was ever outside its limits.
  package var sawWrong: Bool { wrong.withLock { $0 } }

  func note(passes: UInt64, memory: UInt64) {
    let fits = (2...16).contains(passes) && (19 << 20...2 << 30).contains(memory) && memory % 1024 == 0
    if !fits { wrong.withLock { $0 = true } }
  }
}
