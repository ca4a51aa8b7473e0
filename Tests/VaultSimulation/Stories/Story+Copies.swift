import Crypto
import Vault

/// Backups, what is restored from them, and what is salvaged of a broken vault.
extension Story {
  static let copies = [
    Story(name: "backup while open") { folder, progress in
      let vault = try folder.opened()
      try progress.save(progress.note("one"), in: vault)
      try progress.copies(to: "backup") { try vault.backup(to: folder.files, name: "backup") }
      try progress.save(progress.note("two"), in: vault)
      try progress.refused([.alreadyExists(name: "backup")]) { try vault.backup(to: folder.files, name: "backup") }
      vault.close()
    },
    Story(name: "restoring an older backup", before: ["zero", "later"], prepare: { try backedUp() }) {
      folder, progress in
      try progress.step(["zero"]) {
        try folder.restore(from: folder.files, name: "backup", credential: .passphrase(secret("first")))
      }
      let vault = try folder.opened()
      try progress.save(progress.note("one"), in: vault)
      vault.close()
    },
    Story(
      name: "restoring a damaged backup", before: ["zero", "later"],
      prepare: {
        let disk = try backedUp()
        disk.change("backup") { $0[9000] ^= 1 }
        return disk
      }
    ) { folder, progress in
      try progress.refused([.damaged(record: 1, offset: 8192)]) {
        try folder.restore(from: folder.files, name: "backup", credential: .passphrase(secret("first")))
      }
      let vault = try folder.opened()
      try progress.save(progress.note("one"), in: vault)
      vault.close()
    },
    Story(
      name: "restoring a foreign backup",
      prepare: {
        let disk = try prepared()
        disk.put(try prepared(["other"], passphrase: "foreign", seed: 21).content("vault") ?? [], "backup")
        return disk
      }
    ) { folder, progress in
      try progress.refused([.wrongPassphrase]) {
        try folder.restore(from: folder.files, name: "backup", credential: .passphrase(secret("first")))
      }
      progress.keys.append(.passphrase(try secret("foreign")))
      try progress.step(["other"]) {
        try folder.restore(from: folder.files, name: "backup", credential: .passphrase(secret("foreign")))
      }
      progress.keys.removeFirst()
      let vault = try folder.opened("foreign")
      try progress.save(progress.note("one"), in: vault)
      vault.close()
    },
    Story(name: "salvage of a broken vault", prepare: { try broken() }) { folder, progress in
      let bytes = progress.disk.content("vault") ?? []
      progress.untouched["vault"] = bytes
      progress.damage = .damaged(record: 4, offset: SealedFile(bytes).map { UInt64($0.records[4].lowerBound) } ?? 0)
      try progress.copies(to: "saved", ["zero"]) {
        _ = try folder.salvage(to: folder.files, name: "saved", credential: .passphrase(secret("first")))
      }
    },
  ]

  /// A vault that is damaged behind its first note, with more notes behind the damage.
  private static func broken() throws -> SimulatedDisk {
    let disk = try prepared(["zero", "one", "two"])
    let start = SealedFile(disk.content("vault") ?? []).map { $0.records[4].lowerBound } ?? 0
    disk.change("vault") { $0[start + 1000] ^= 1 }
    return disk
  }
}

extension Progress {
  /// A copy that is made: under its name there is a whole vault with today's state, or nothing until it is acknowledged.
  fileprivate func copies(to name: String, _ state: [String]? = nil, _ work: () throws -> Void) throws {
    copies[name] = state ?? acknowledged
    try work()
    neededCopies.insert(name)
  }
}
