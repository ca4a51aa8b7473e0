import Crypto
import Glibc

/// What the vault takes from the world besides files: random bytes and the time. Simulations hand in repeatable ones.
package struct VaultContext: Sendable {
  package var random: RandomSource
  /// Seconds since 1970, for the names of files that are set aside.
  package var now: @Sendable () -> Int64

  /// The key of a slot from a secret, a salt, passes and bytes of memory: Argon2id, but for simulations that open a
  /// hundred thousand vaults.
  package var slotKey:
    @Sendable (
      _ secret: SecretBytes, _ salt: [UInt8], _ passes: UInt64, _ memory: UInt64
    ) throws(CryptoError) -> SecretBytes

  package static let live = VaultContext(random: .system, now: { Int64(time(nil)) }) {
    (secret, salt, passes, memory) throws(CryptoError) in
    try Argon2id.key(password: secret, salt: salt, passes: passes, memory: memory)
  }

  package init(
    random: RandomSource, now: @escaping @Sendable () -> Int64,
    slotKey: @escaping @Sendable (SecretBytes, [UInt8], UInt64, UInt64) throws(CryptoError) -> SecretBytes
  ) {
    self.random = random
    self.now = now
    self.slotKey = slotKey
  }
}
