import CSodium

/// XChaCha20-Poly1305 (IETF): sealing with a key of 32, a nonce of 24 and a tag of 16 bytes. Works in place.
package enum XChaCha20Poly1305 {
  package static let keyCount = 32
  package static let nonceCount = 24
  package static let tagCount = 16

  /// Seals the first `buffer.count - 16` bytes of `buffer` where they stand, and puts the tag behind them.
  package static func seal(
    _ buffer: UnsafeMutableRawBufferPointer, nonce: [UInt8], additional: [UInt8], key: SecretBytes
  ) {
    precondition(buffer.count >= tagCount && nonce.count == nonceCount && key.count == keyCount)
    key.withBytes { key in
      guard let bytes = buffer.asBytes, let key = key.asBytes else { return }
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes, nil, bytes, UInt64(buffer.count - tagCount),
        additional, UInt64(additional.count), nil, nonce, key)
    }
  }

  /// Opens `buffer` (sealed bytes and tag) where it stands. False, with the buffer not to be used, when anything does not fit.
  package static func open(
    _ buffer: UnsafeMutableRawBufferPointer, nonce: [UInt8], additional: [UInt8], key: SecretBytes
  ) -> Bool {
    guard buffer.count >= tagCount, nonce.count == nonceCount, key.count == keyCount else { return false }
    return key.withBytes { key in
      guard let bytes = buffer.asBytes, let key = key.asBytes else { return false }
      return crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes, nil, nil, bytes, UInt64(buffer.count), additional, UInt64(additional.count), nonce, key) == 0
    }
  }

  /// `secret` sealed under `key`: its bytes and the tag.
  package static func sealed(
    _ secret: SecretBytes, nonce: [UInt8], additional: [UInt8], key: SecretBytes
  ) throws(CryptoError) -> [UInt8] {
    let work = try SecretBytes(count: secret.count + tagCount)
    return work.withMutableBytes { work in
      secret.withBytes { work.copyMemory(from: $0) }
      seal(work, nonce: nonce, additional: additional, key: key)
      return [UInt8](work)
    }
  }

  /// The secret that `sealed` made, or nil when the key or anything else does not fit.
  package static func opened(
    _ bytes: [UInt8], nonce: [UInt8], additional: [UInt8], key: SecretBytes
  ) throws(CryptoError) -> SecretBytes? {
    guard bytes.count >= tagCount else { return nil }
    let work = try SecretBytes(copying: bytes)
    let fits = work.withMutableBytes { open($0, nonce: nonce, additional: additional, key: key) }
    guard fits else { return nil }
    return try work.withBytes { (raw) throws(CryptoError) in
      try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: raw.dropLast(tagCount)))
    }
  }
}
