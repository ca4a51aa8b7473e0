import CSodium
import Synchronization

/// A secret of fixed length in guarded, locked memory: no access between uses, wiped when it is let go.
package final class SecretBytes: Sendable {
  package let count: Int
  // Sendable by hand: the address never changes, and the page protection is changed only under the lock.
  private nonisolated(unsafe) let base: UnsafeMutableRawPointer
  private let readers = Mutex(0)

  /// A zeroed secret of `count` bytes.
  package init(count: Int) throws(CryptoError) {
    try Sodium.start()
    guard let base = sodium_malloc(max(count, 1)) else { throw .outOfMemory }
    sodium_memzero(base, max(count, 1))
    self.count = count
    self.base = base
    sodium_mprotect_noaccess(base)
  }

  /// A secret that holds a copy of `bytes`. The original stays as it is: wiping it is the caller's part.
  package convenience init(copying bytes: UnsafeRawBufferPointer) throws(CryptoError) {
    try self.init(count: bytes.count)
    withMutableBytes { $0.copyMemory(from: bytes) }
  }

  /// A secret that holds a copy of `bytes`, for values that are not secret yet or no longer (tests, suggestions).
  package convenience init(copying bytes: some Collection<UInt8>) throws(CryptoError) {
    try self.init(count: bytes.count)
    withMutableBytes { $0.copyBytes(from: bytes) }
  }

  /// A secret of `count` bytes drawn from `random`.
  package static func random(count: Int, from random: RandomSource = .system) throws(CryptoError) -> SecretBytes {
    let secret = try SecretBytes(count: count)
    secret.withMutableBytes { random.fill($0) }
    return secret
  }

  /// Lends the bytes for reading. They must not be kept.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    readers.withLock { readers in
      if readers == 0 { sodium_mprotect_readonly(base) }
      readers += 1
    }
    defer {
      readers.withLock { readers in
        readers -= 1
        if readers == 0 { sodium_mprotect_noaccess(base) }
      }
    }
    return try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Lends the bytes for filling. Only while the secret is being made: nobody else may be reading it.
  package func withMutableBytes<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    sodium_mprotect_readwrite(base)
    defer { sodium_mprotect_noaccess(base) }
    return try body(UnsafeMutableRawBufferPointer(start: base, count: count))
  }

  /// Whether two secrets are equal, in time that depends on their length only.
  package func equals(_ other: SecretBytes) -> Bool {
    withBytes { mine in other.withBytes { Memory.equal(mine, $0) } }
  }

  deinit { sodium_free(base) }  // unlocks, wipes and checks the guard pages
}
