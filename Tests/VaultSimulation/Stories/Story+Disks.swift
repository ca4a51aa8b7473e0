import Crypto
import Vault

/// The disks that stories begin with.
extension Story {
  /// A disk with one vault that holds `notes`.
  package static func prepared(
    _ notes: [String] = ["zero"], passphrase: String = "first", seed: UInt64 = 1
  ) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: seed))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret(passphrase), kdf: quickKDF)
    try vault.write()
    for note in notes { try vault.add(note) }
    vault.close()
    return disk.copy()
  }

  /// The same with what `change` does in a session of its own.
  static func changed(
    _ disk: SimulatedDisk, seed: UInt64 = 11, _ change: (OpenVault) throws -> Void
  ) throws -> SimulatedDisk {
    let vault = try VaultFolder(files: disk, context: .simulated(seed: seed)).opened()
    try change(vault)
    vault.close()
    return disk.copy()
  }

  /// A vault with a save that was cut off behind it.
  static func torn() throws -> SimulatedDisk {
    let disk = try prepared()
    disk.change("vault") { $0 += [UInt8](repeating: 9, count: 5000) }
    return disk
  }

  /// A vault with a damaged header and its good copy.
  static func beheaded() throws -> SimulatedDisk {
    let disk = try prepared()
    disk.change("vault") { $0.replaceSubrange(60..<63, with: [9, 9, 9]) }
    return disk
  }

  /// A vault with a later note, and the vault before it as `backup`.
  static func backedUp() throws -> SimulatedDisk {
    let disk = try prepared()
    return try changed(disk) { vault in
      try vault.backup(to: disk, name: "backup")
      try vault.write("later")
    }
  }

  /// A vault with every kind of older file beside it: all hold `zero`, and open with what opens the vault now.
  static func withOlderFiles() throws -> SimulatedDisk {
    let disk = try changed(try prepared()) { try $0.compact() }
    if let vault = disk.content("vault") {
      disk.put(vault, "vault.replaced-20200101-000000")
      disk.put(Array(vault.dropFirst(4096)), "vault.torn-20200101-000000")
    }
    return disk
  }
}
