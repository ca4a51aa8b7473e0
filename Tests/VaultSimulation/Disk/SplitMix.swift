import Crypto
import Synchronization
import Vault

/// A small repeatable generator, so that every failing simulation can be run again.
package struct SplitMix: RandomNumberGenerator {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A seed that follows from several numbers.
  package static func mix(_ numbers: UInt64...) -> UInt64 {
    numbers.reduce(0) { before, number in
      var generator = SplitMix(state: before ^ number)
      return generator.next()
    }
  }
}

/// A generator that can be shared.
final class SharedSplitMix: Sendable {
  private let generator: Mutex<SplitMix>

  init(seed: UInt64) { generator = Mutex(SplitMix(state: seed)) }

  func fill(_ bytes: UnsafeMutableRawBufferPointer) {
    generator.withLock { generator in
      for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: generator.next()) }
    }
  }
}

extension VaultContext {
  /// Repeatable random bytes and time, and slot keys that cost nothing: only for vaults that live in a simulation.
  package static func simulated(seed: UInt64) -> VaultContext {
    let random = SharedSplitMix(seed: seed)
    return VaultContext(
      random: RandomSource { random.fill($0) }, now: { 1_795_000_000 },
      slotKey: { (secret, salt, _, _) throws(CryptoError) in try BLAKE2b.derive(salt, from: try padded(secret)) })
  }

  /// BLAKE2b takes keys of 16 bytes or more.
  private static func padded(_ secret: SecretBytes) throws(CryptoError) -> SecretBytes {
    let padded = try SecretBytes(count: max(secret.count, 16))
    padded.withMutableBytes { out in secret.withBytes { out.copyMemory(from: $0) } }
    return padded
  }
}
