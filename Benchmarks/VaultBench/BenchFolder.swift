import Crypto
import Synchronization
import Vault

/// A folder for a vault with the lightest key. How long its last derivation took is known, so that it can be left out.
final class BenchFolder: Sendable {
  private let path: String
  private let lastKeyCost = Mutex(Timing.Cost())

  init(path: String) { self.path = path + "/vault" }

  var keyCost: Timing.Cost { lastKeyCost.withLock { $0 } }

  func create() throws -> OpenVault {
    try OpenVault.create(in: folder, passphrase: try passphrase, kdf: KDFSettings(passes: 2, memoryMiB: 19)).vault
  }

  func open() throws -> OpenVault { try OpenVault.open(in: folder, passphrase: try passphrase) }

  private var passphrase: SecretBytes {
    get throws { try SecretBytes(copying: Array("correct horse battery staple".utf8)) }
  }

  private var folder: VaultFolder {
    var context = VaultContext.live
    context.slotKey = { [self] (secret, salt, passes, memory) throws(CryptoError) in
      let start = Timing.Cost.now
      let key = try Argon2id.key(password: secret, salt: salt, passes: passes, memory: memory)
      lastKeyCost.withLock { $0 = Timing.Cost.now - start }
      return key
    }
    return VaultFolder(files: POSIXFileSystem(path: path), context: context)
  }
}
