import Crypto
import GRDB
import Vault

/// Another program changes the vault while it is open here: whatever is done next, that program's file stays as it is.
package enum Underneath {
  package enum Change: String, CaseIterable, Sendable {
    case longer, shorter
    case otherTag = "another last tag"
    case otherFile = "another file of the same bytes"
    case otherVault = "another vault"
    case gone
  }

  package enum Work: String, CaseIterable, Sendable {
    case save
    case close
    case compact
    case erase
    case changePassphrase = "change the passphrase"
    case migrate
  }

  package static func problems(_ change: Change, _ work: Work) throws -> [String] {
    let disk = try Story.prepared()
    let vault = try VaultFolder(files: disk, context: .simulated(seed: 41)).opened()
    try vault.add("one")
    try apply(change, disk)
    let before = disk.content("vault")
    do {
      try perform(work, vault)
      if work != .close { return ["it was done all the same"] }
    } catch {}
    vault.close()
    return disk.content("vault") == before ? disk.violations : ["the other program's file was changed"]
  }

  private static func apply(_ change: Change, _ disk: SimulatedDisk) throws {
    let bytes = disk.content("vault") ?? []
    switch change {
    case .longer: disk.change("vault") { $0 += [1, 2, 3] }
    case .shorter: disk.change("vault") { $0.removeLast(4096) }
    case .otherTag: disk.change("vault") { $0[$0.count - 3] ^= 1 }
    case .otherFile: disk.put(bytes, "vault")
    case .otherVault: disk.put(try Story.prepared(["other"], seed: 42).content("vault") ?? [], "vault")
    case .gone: disk.take("vault")
    }
  }

  private static func perform(_ work: Work, _ vault: OpenVault) throws {
    switch work {
    case .save: try vault.add("two")
    case .close: vault.close()
    case .compact: try vault.compact()
    case .erase: try vault.erasePass()
    case .changePassphrase: _ = try vault.changePassphrase(to: secret("second"), recovery: false)
    case .migrate:
      var migrator = DatabaseMigrator()
      migrator.registerMigration("later") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('migrated')") }
      try vault.migrate(migrator)
    }
  }
}
