import CSodium

/// Starts libsodium once. Everything in this module that touches the library goes through `start`.
enum Sodium {
  private static let started = sodium_init() >= 0

  static func start() throws(CryptoError) {
    guard started else { throw .unavailable }
  }
}

/// Small helpers over plain memory.
package enum Memory {
  /// Overwrites `bytes` with zeros in a way that the compiler cannot leave out.
  package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    sodium_memzero(base, bytes.count)
  }

  /// Whether two byte strings are equal, in time that depends on their length only.
  package static func equal(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return true }
    return sodium_memcmp(leftBase, rightBase, left.count) == 0
  }

  /// Whether all bytes are zero, in time that depends on their number only.
  package static func isZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.asBytes else { return true }
    return sodium_is_zero(base, bytes.count) == 1
  }

  /// Whether two byte strings are equal, in time that depends on their length only.
  package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { equal(left, $0) } }
  }
}
