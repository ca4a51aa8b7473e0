import Crypto
import GRDB

@testable import Vault

/// Something that is done with a vault, to crash in or to fail in.
struct Story: Sendable {
  let name: String
  /// The state before: nil when there is no vault yet.
  var before: [String]? = ["zero"]
  /// The disk before.
  var prepare: @Sendable () throws -> SimulatedDisk = { try Story.prepared() }
  let run: @Sendable (VaultFolder, Progress) throws -> Void

  /// What has been acknowledged, and what is on its way.
  final class Progress {
    var acknowledged: [String]?
    var attempted: [String]?
    /// Any of these may open the vault now.
    var passphrases: Set<String> = ["first"]

    init(_ story: Story? = nil) { acknowledged = story?.before }

    func step(_ state: [String], _ work: () throws -> Void) throws {
      attempted = state
      try work()
      acknowledged = state
    }
  }

  /// A disk with one vault that holds `zero`.
  static func prepared() throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: 1))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF)
    try vault.write("zero")
    vault.close()
    return disk
  }

  /// The same with a save that was cut off behind it.
  static func torn() throws -> SimulatedDisk {
    let disk = try prepared()
    let file = try disk.open("vault", .readWrite)
    try file.write([UInt8](repeating: 9, count: 5000), at: file.status().size)
    return disk.copy()
  }

  /// The same with a damaged header and its good copy.
  static func beheaded() throws -> SimulatedDisk {
    let disk = try prepared()
    try disk.open("vault", .readWrite).write([9, 9, 9], at: 60)
    return disk.copy()
  }

  /// The same with a later note, and the vault before it as `backup`.
  static func backedUp() throws -> SimulatedDisk {
    let disk = try prepared()
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 1)), passphrase: secret("first"))
    try vault.backup(to: disk, name: "backup")
    try vault.write("later")
    vault.close()
    return disk.copy()
  }
}
