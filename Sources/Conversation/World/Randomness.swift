import Crypto

/// Random bytes of the system's generator.
package enum Randomness {
  package static func bytes(_ count: Int) -> [UInt8] { RandomSource.system.bytes(count) }
}
