import Crypto

/// How long the key of the benchmark's vaults takes: two passes over 19 MiB.
enum KeyDerivation {
  static func timing(rounds: Int) throws -> Timing {
    let password = try SecretBytes(copying: Array("correct horse battery staple".utf8))
    let salt = [UInt8](repeating: 7, count: Argon2id.saltCount)
    var timing = Timing()
    for _ in 0..<rounds {
      try timing.measure { _ = try Argon2id.key(password: password, salt: salt, passes: 2, memory: 19 << 20) }
    }
    return timing
  }
}
