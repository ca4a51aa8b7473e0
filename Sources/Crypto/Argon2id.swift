import CSodium

/// Argon2id version 1.3 with one lane: a key of 32 bytes from a passphrase.
package enum Argon2id {
  package static let saltCount = 16
  /// How often the memory may be passed over.
  package static let passes: ClosedRange<UInt64> = 2...16
  /// How many bytes of memory may be asked for: 19 MiB to 2 GiB, in whole KiB.
  package static let memory: ClosedRange<UInt64> = (19 << 20)...(2 << 30)

  /// Whether a file may ask for this much work; looked at before anything is allocated.
  package static func allows(passes: UInt64, memory: UInt64) -> Bool {
    Self.passes.contains(passes) && Self.memory.contains(memory) && memory.isMultiple(of: 1024)
  }

  /// The key for `password` and `salt`. The work must have been allowed.
  package static func key(
    password: SecretBytes, salt: [UInt8], passes: UInt64, memory: UInt64
  ) throws(CryptoError) -> SecretBytes {
    precondition(salt.count == saltCount && allows(passes: passes, memory: memory))
    let key = try SecretBytes(count: 32)
    let result = key.withMutableBytes { key in
      password.withBytes { password in
        password.withMemoryRebound(to: CChar.self) { password in
          guard let out = key.asBytes, let typed = password.baseAddress else { return CInt(-1) }
          return crypto_pwhash(
            out, 32, typed, UInt64(password.count), salt, passes, Int(memory), crypto_pwhash_ALG_ARGON2ID13)
        }
      }
    }
    guard result == 0 else { throw .outOfMemory }  // the only failure that libsodium leaves within these limits
    return key
  }
}
