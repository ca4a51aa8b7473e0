import CSodium

/// scrypt (RFC 7914) with r = 8 and p = 1: a key of 32 bytes from a passphrase.
package enum Scrypt {
  /// `logN` is the base-two logarithm of the work; 18 needs 256 MiB and about a second. The caller has set a limit to it.
  package static func key(passphrase: SecretBytes, salt: [UInt8], logN: Int) throws(CryptoError) -> SecretBytes {
    precondition((1...30).contains(logN))
    let key = try SecretBytes(count: 32)
    let result = key.withMutableBytes { out in
      passphrase.withBytes { passphrase in
        guard let out = out.asBytes, let bytes = passphrase.asBytes else { return CInt(-1) }
        return crypto_pwhash_scryptsalsa208sha256_ll(
          bytes, passphrase.count, salt, salt.count, UInt64(1) << UInt64(logN), 8, 1, out, 32)
      }
    }
    guard result == 0 else { throw .outOfMemory }  // the only failure that is left within these limits
    return key
  }
}
