import Vault

extension DamagedVaults {
  /// What is wrong with the way a damaged vault is met. Empty when it is found, nothing is believed that should not be,
  /// and nothing is written to a vault that is refused.
  package func problems(_ damage: Damage) -> [String] {
    let (damaged, expected) = damaged(damage)
    let disk = SimulatedDisk(vault: damaged)
    if damage.kind == .mendedFlip { disk.put(Array(bytes[..<4096]), "vault.header") }
    let folder = VaultFolder(files: disk, context: .simulated(seed: 34))
    let name = damage.kind == .crafted ? " (\(Crafted.all[damage.number].name))" : ""
    do {
      let vault = try folder.opened()
      guard case .opens(let state, let torn) = expected else {
        return ["opened with \(shown(try vault.notes()))\(name)"]
      }
      var problems: [String] = []
      let found = try vault.notes()
      if found != state { problems.append("found \(shown(found)), not \(shown(state))\(name)") }
      problems += try vault.check().problems
      vault.close()
      if damage.kind != .mendedFlip { problems += tail(on: disk, damaged, torn) }
      if damage.kind == .mendedFlip, !vault.warnings.contains(.headerRestored) {
        problems.append("the header was not mended")
      }
      return problems + disk.violations
    } catch {
      var problems: [String] = []
      if !fits(error, expected) { problems.append("\(error)\(name) instead of \(expected)") }
      if disk.files != ["vault": damaged] { problems.append("a refused vault was changed") }
      return problems
    }
  }

  /// A cut-off save is kept beside, byte for byte, and nothing but it is taken from the vault.
  private func tail(on disk: SimulatedDisk, _ damaged: [UInt8], _ torn: Int) -> [String] {
    let kept = disk.files.filter { $0.key.hasPrefix("vault.torn-") }.values.first
    let end = damaged.count - torn
    if kept ?? [] != Array(damaged[end...]) { return ["the cut-off bytes are not kept"] }
    return disk.content("vault") == Array(damaged[..<end]) ? [] : ["the vault is not what stood before the cut"]
  }

  private func fits(_ error: any Error, _ expected: Expected) -> Bool {
    guard let error = error as? VaultError, case .refused(let refusal) = expected else { return false }
    return switch refusal {
    case .any:
      switch error {
      case .notAVault, .headerDamaged, .newerVault, .badKDFSettings, .wrongPassphrase: true
      default: false
      }
    case .notAVault: error == .notAVault
    case .headerDamaged: error == .headerDamaged
    case .damaged(let record, let offset): error == .damaged(record: UInt64(record), offset: UInt64(offset))
    }
  }
}
