import Crypto

/// How much work it takes to try one passphrase.
package struct KDFSettings: Equatable, Sendable {
  /// Passes over the memory, 2 to 16.
  package var passes: UInt64
  /// Memory in MiB, 19 to 2048.
  package var memoryMiB: UInt64

  package init(passes: UInt64 = 3, memoryMiB: UInt64 = 256) {
    self.passes = passes
    self.memoryMiB = memoryMiB
  }

  var memory: UInt64 { memoryMiB > 1 << 20 ? .max : memoryMiB << 20 }
  /// Whether a vault may be made with these.
  package var isAllowed: Bool { Argon2id.allows(passes: passes, memory: memory) }
}

/// 104 bytes of the header: the data key, sealed under a passphrase or under the recovery words.
struct KeySlot: Equatable {
  static let size = 104
  var passes: UInt64
  /// In bytes.
  var memory: UInt64
  var salt: [UInt8]
  var nonce: [UInt8]
  var sealedKey: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    passes = UInt64(littleEndian: bytes)
    memory = UInt64(littleEndian: bytes, at: 8)
    salt = Array(bytes.dropFirst(16).prefix(16))
    nonce = Array(bytes.dropFirst(32).prefix(24))
    sealedKey = Array(bytes.dropFirst(56).prefix(48))
  }

  /// Seals `dataKey` under `secret` (a normalised passphrase or the bytes of recovery words). `front` is the header's
  /// first 32 bytes.
  init(
    sealing dataKey: SecretBytes, under secret: SecretBytes, kdf: KDFSettings, front: [UInt8], context: VaultContext
  ) throws(VaultError) {
    guard kdf.isAllowed else { throw .badKDFSettings }
    passes = kdf.passes
    memory = kdf.memory
    salt = context.random.bytes(16)
    nonce = context.random.bytes(24)
    sealedKey = []
    let additional = front + parameters
    let (salt, nonce, passes, memory) = (salt, nonce, passes, memory)
    sealedKey = try inVault { () throws(CryptoError) in
      let key = try context.slotKey(secret, salt, passes, memory)
      return try XChaCha20Poly1305.sealed(dataKey, nonce: nonce, additional: additional, key: key)
    }
  }

  /// The data key, or nil when `secret` is another one.
  func open(with secret: SecretBytes, front: [UInt8], context: VaultContext) throws(VaultError) -> SecretBytes? {
    guard isAllowed else { throw .badKDFSettings }
    return try inVault { () throws(CryptoError) in
      let key = try context.slotKey(secret, salt, passes, memory)
      return try XChaCha20Poly1305.opened(sealedKey, nonce: nonce, additional: front + parameters, key: key)
    }
  }

  var isAllowed: Bool { Argon2id.allows(passes: passes, memory: memory) }
  var bytes: [UInt8] { parameters + nonce + sealedKey }
  /// The slot's first 32 bytes, which the seal covers.
  private var parameters: [UInt8] { passes.littleEndianBytes + memory.littleEndianBytes + salt }
}
