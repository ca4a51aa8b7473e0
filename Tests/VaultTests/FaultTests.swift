import Crypto
import GRDB
import Glibc
import Testing
import VaultSimulation

@testable import Vault

/// One failing call anywhere: the error surfaces or does no harm, and opening again finds a consistent vault.
@Suite struct FaultTests {
  @Test(arguments: Story.all)
  func `A call that fails leaves a consistent vault`(_ story: Story) throws {
    let telling = try Telling(story, seed: 0)
    for call in stride(from: 1, through: telling.calls.count, by: story.isLarge ? 7 : 1) {
      let tally = Part.faults(telling, call: call, isShort: true).run()
      for wrong in tally.wrong { Issue.record("\(wrong.trial): \(wrong.problems)") }
    }
  }

  @Test func `A full disk refuses the change, keeps the rest, and works again when there is room`() throws {
    let disk = try Story.prepared()
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
    // In a commit: status, read of the last tag, write.
    disk.state.withLock { $0.fault = .init(call: $0.calls.count + 3, code: ENOSPC, isShort: true) }
    let error = #expect(throws: DatabaseError.self) { try vault.write("two") }
    #expect(try vault.cause(of: #require(error)) == .diskFull)
    #expect(try vault.notes() == ["zero"])
    try vault.write("two")
    vault.close()
    let again = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 3)), passphrase: secret("first"))
    #expect(try again.notes() == ["zero", "two"])
    #expect(again.warnings.filter { $0 != .memoryNotLocked } == [])
  }

  @Test func `After a failed sync nothing is saved until the vault is opened again`() throws {
    let disk = try Story.prepared()
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
    disk.state.withLock { $0.fault = .init(call: $0.calls.count + 4, code: EIO) }
    #expect(throws: DatabaseError.self) { try vault.write("two") }
    #expect(vault.lastSaveError == .inputOutput(errno: EIO))
    #expect(try vault.notes() == ["zero"])
    #expect(throws: DatabaseError.self) { try vault.write("three") }
    #expect(vault.lastSaveError == .reopenNeeded)
    #expect(throws: VaultError.reopenNeeded) { try vault.compact() }
    vault.close()
    let again = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 3)), passphrase: secret("first"))
    #expect(try again.notes() == ["zero"])
  }

  @Test(arguments: Underneath.Change.allCases)
  func `A file that another program changed is not written to`(_ change: Underneath.Change) throws {
    for work in Underneath.Work.allCases { #expect(try Underneath.problems(change, work) == [], "\(work)") }
    let disk = try Story.prepared()
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
    disk.change("vault") { $0 += [1] }
    #expect(throws: DatabaseError.self) { try vault.write("two") }
    #expect(vault.lastSaveError == .changedUnderneath)
  }

  @Test func `Without second names a compaction keeps no earlier file, but works`() throws {
    let disk = try Story.prepared()
    disk.state.withLock { $0.hasLinks = false }
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
    try vault.compact()
    #expect(try vault.notes() == ["zero"])
    #expect(try disk.names() == ["vault", "vault.header"])
  }

  @Test func `A folder that can only be read can be read`() throws {
    let disk = try Story.prepared()
    disk.state.withLock { $0.isReadOnly = true }
    let folder = VaultFolder(files: disk, context: .simulated(seed: 2))
    let vault = try OpenVault.open(in: folder, passphrase: secret("first"))
    #expect(vault.isReadOnly)
    #expect(vault.warnings.filter { $0 != .memoryNotLocked } == [.readOnly])
    #expect(try vault.notes() == ["zero"])
    #expect(throws: DatabaseError.self) { try vault.write("one") }
    #expect(throws: VaultError.readOnly) { try vault.compact() }
    #expect(throws: VaultError.readOnly) { try folder.erase() }
  }
}
