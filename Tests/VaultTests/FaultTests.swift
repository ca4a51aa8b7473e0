import Crypto
import GRDB
import Glibc
import Testing

@testable import Vault

/// One failing call anywhere: the error surfaces or does no harm, and opening again finds a consistent vault.
@Suite struct FaultTests {
  @Test(arguments: Story.all)
  func `A call that fails leaves a consistent vault`(_ story: Story) throws {
    let start = try story.prepare()
    let calm = start.copy()
    try story.run(VaultFolder(files: calm, context: .simulated(seed: 2)), Story.Progress())
    for call in 1...calm.calls {
      let changes = calm.state.withLock { $0.eventCalls.contains(call) }
      for (code, isShort) in [(EIO, false)] + (changes ? [(ENOSPC, false), (ENOSPC, true)] : []) {
        let disk = start.copy(fault: .init(call: call, code: code, isShort: isShort))
        let progress = Story.Progress(story)
        try? story.run(VaultFolder(files: disk, context: .simulated(seed: 2)), progress)
        disk.state.withLock { $0.fault = nil }
        try CrashTests.judge(disk, progress, "\(story.name), call \(call) of \(calm.calls), error \(code), \(isShort)")
      }
    }
  }

  @Test func `A full disk refuses the change, keeps the rest, and works again when there is room`() throws {
    let disk = try Story.prepared()
    let vault = try OpenVault.open(
      in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
    // In a commit: status, read of the last tag, write.
    disk.state.withLock { $0.fault = .init(call: $0.calls + 3, code: ENOSPC, isShort: true) }
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
    disk.state.withLock { $0.fault = .init(call: $0.calls + 4, code: EIO) }
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

  @Test func `A file that another program changed is not written to`() throws {
    for change in ["longer", "other tag", "other file", "gone"] {
      let disk = try Story.prepared()
      let vault = try OpenVault.open(
        in: VaultFolder(files: disk, context: .simulated(seed: 2)), passphrase: secret("first"))
      let file = try disk.open("vault", .readWrite)
      let size = try file.status().size
      switch change {
      case "longer": try file.write([1], at: size)
      case "other tag": try file.write([1, 2, 3], at: size - 3)
      case "other file":
        try file.copy(count: size, to: try disk.open("copy", .create))
        try disk.rename("copy", to: "vault")
      default: try disk.remove("vault")
      }
      #expect(throws: DatabaseError.self) { try vault.write("two") }
      #expect(vault.lastSaveError == .changedUnderneath, "\(change)")
    }
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
