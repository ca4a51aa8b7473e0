import CSodium

/// SHA-256 in one go.
package enum SHA256 {
  package static let count = 32

  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    crypto_hash_sha256(&result, bytes, UInt64(bytes.count))
    return result
  }
}

/// SHA-512 piece by piece, for files of any length.
package struct SHA512 {
  private var state = crypto_hash_sha512_state()

  package init() { crypto_hash_sha512_init(&state) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha512_update(&state, bytes.asBytes, UInt64(bytes.count))
  }

  /// The hash of all that was added; afterwards the value is used up.
  package mutating func finish() -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 64)
    crypto_hash_sha512_final(&state, &result)
    return result
  }

  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA512()
    bytes.withBufferBytes { hash.add($0) }
    return hash.finish()
  }
}
