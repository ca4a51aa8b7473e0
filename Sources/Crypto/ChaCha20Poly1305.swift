import CSodium

/// ChaCha20-Poly1305 as in RFC 8439: a key of 32, a nonce of 12 and a tag of 16 bytes, nothing additional.
package enum ChaCha20Poly1305 {
  package static let nonceCount = 12
  package static let tagCount = 16

  /// Seals `text` into `out`, which has room for it and the tag.
  package static func seal(
    _ text: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer, nonce: [UInt8], key: SecretBytes
  ) {
    precondition(out.count >= text.count + tagCount && nonce.count == nonceCount && key.count == 32)
    key.withBytes { key in
      guard let out = out.asBytes, let key = key.asBytes else { return }
      crypto_aead_chacha20poly1305_ietf_encrypt(
        out, nil, text.asBytes, UInt64(text.count), nil, 0, nil, nonce, key)
    }
  }

  /// Opens `sealed` into `out`, which has room for the text. False, with nothing of the text in `out`, when it does not fit.
  package static func open(
    _ sealed: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer, nonce: [UInt8], key: SecretBytes
  ) -> Bool {
    guard sealed.count >= tagCount, out.count >= sealed.count - tagCount, nonce.count == nonceCount, key.count == 32
    else { return false }
    return key.withBytes { key in
      guard let bytes = sealed.asBytes, let key = key.asBytes else { return false }
      return crypto_aead_chacha20poly1305_ietf_decrypt(
        out.asBytes, nil, nil, bytes, UInt64(sealed.count), nil, 0, nonce, key) == 0
    }
  }

  /// A secret sealed under a key that seals nothing else: the nonce is zero.
  package static func sealedOnce(_ secret: SecretBytes, key: SecretBytes) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: secret.count + tagCount)
    result.withUnsafeMutableBytes { out in
      secret.withBytes { seal($0, into: out, nonce: zero, key: key) }
    }
    return result
  }

  /// What `sealedOnce` sealed; nil when the key or a byte is another.
  package static func openedOnce(_ sealed: [UInt8], key: SecretBytes) throws(CryptoError) -> SecretBytes? {
    guard sealed.count >= tagCount else { return nil }
    let secret = try SecretBytes(count: sealed.count - tagCount)
    let fits = secret.withMutableBytes { out in
      sealed.withBufferBytes { open($0, into: out, nonce: zero, key: key) }
    }
    return fits ? secret : nil
  }

  private static let zero = [UInt8](repeating: 0, count: nonceCount)
}
