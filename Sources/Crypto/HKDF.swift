import CSodium

/// HMAC with SHA-256.
package enum HMAC {
  /// The code of `bytes` under `key`, which may have any length.
  package static func code(_ bytes: [UInt8], key: SecretBytes) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: SHA256.count)
    key.withBytes { key in bytes.withBufferBytes { code($0, key: key, into: &result) } }
    return result
  }

  static func code(
    _ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, into out: UnsafeMutablePointer<UInt8>
  ) {
    var state = crypto_auth_hmacsha256_state()
    // The state follows from the key, so it is wiped like one.
    defer { sodium_memzero(&state, MemoryLayout.size(ofValue: state)) }
    guard let start = key.asBytes else { return }
    crypto_auth_hmacsha256_init(&state, start, key.count)
    crypto_auth_hmacsha256_update(&state, bytes.asBytes, UInt64(bytes.count))
    crypto_auth_hmacsha256_final(&state, out)
  }
}

/// HKDF with SHA-256 (RFC 5869) and 32 bytes of output. libsodium 1.0.18 has none of its own.
package enum HKDF {
  package static func key(from secret: SecretBytes, salt: [UInt8], info: [UInt8]) throws(CryptoError) -> SecretBytes {
    let extracted = try SecretBytes(count: SHA256.count)
    let key = try SecretBytes(count: SHA256.count)
    extracted.withMutableBytes { out in
      guard let out = out.asBytes else { return }
      // No salt stands for a hash's length of zeros.
      let salt = salt.isEmpty ? [UInt8](repeating: 0, count: SHA256.count) : salt
      secret.withBytes { secret in salt.withBufferBytes { HMAC.code(secret, key: $0, into: out) } }
    }
    key.withMutableBytes { out in
      guard let out = out.asBytes else { return }
      // One block is all: the counter is 1.
      extracted.withBytes { extracted in (info + [1]).withBufferBytes { HMAC.code($0, key: extracted, into: out) } }
    }
    return key
  }
}
