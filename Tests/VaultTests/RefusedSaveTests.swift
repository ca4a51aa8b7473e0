import Crypto
import GRDB
import Glibc
import Testing

import VaultSimulation

@testable import Vault

/// What can be done when the disk refuses a save: another try, or another place. In real folders.
@Suite struct RefusedSaveTests {
  let folder = TemporaryFolder()
  let files: RefusingFiles
  let vault: OpenVault
  let words: RecoveryWords

  init() throws {
    files = RefusingFiles(path: folder.path + "/home")
    let made = try OpenVault.create(
      in: VaultFolder(files: files, context: .live), passphrase: secret("first"), kdf: quickKDF, recovery: true)
    vault = made.vault
    words = try #require(made.words)
    try vault.write("zero")
  }

  /// Why a save fails now.
  private func refusal(_ note: String = "refused") throws -> VaultError {
    let error = try #require(throws: DatabaseError.self) { try vault.write(note) }
    return vault.cause(of: error)
  }

  @Test(arguments: [ENOSPC, EDQUOT, EFBIG, EIO, EROFS])
  func `A refused write changes nothing, and the next one goes through`(code: Int32) throws {
    files.writeError = code
    let expected: [Int32: VaultError] = [EIO: .inputOutput(errno: EIO), EROFS: .readOnly]
    #expect(try refusal() == expected[code] ?? .diskFull)
    #expect(try refusal().isRefusedSave)
    #expect(try vault.notes() == ["zero"])
    files.writeError = nil
    try vault.write("one")
    #expect(try vault.check().problems == [])
    vault.close()
    #expect(try open().notes() == ["zero", "one"])
  }

  @Test func `After a failed sync another try reads the file again, and goes on where it is sound`() throws {
    files.syncError = EIO
    #expect(try refusal() == .inputOutput(errno: EIO))
    #expect(throws: VaultError.inputOutput(errno: EIO)) { try vault.takeUpAgain() }
    files.syncError = nil
    #expect(try refusal() == .reopenNeeded)
    try vault.takeUpAgain()
    try vault.write("one")
    vault.close()
    #expect(try open().notes() == ["zero", "one"])
  }

  @Test(arguments: ["another tag", "shorter", "another file", "gone"])
  func `After a failed sync there is no other try into a file that is not the same`(change: String) throws {
    files.syncError = EIO
    #expect(try refusal() == .inputOutput(errno: EIO))
    files.syncError = nil
    var bytes = folder.bytes("vault")
    switch change {
    case "another tag":
      let file = try files.open("vault", .readWrite)
      try file.write([1, 2, 3], at: UInt64(bytes.count - 3))
    case "shorter": #expect(truncate(folder.file("vault"), off_t(bytes.count - 4096)) == 0)
    case "another file":
      folder.remove("vault")
      folder.put(bytes, "vault")
    default: folder.remove("vault")
    }
    bytes = folder.bytes("vault")
    #expect(throws: VaultError.self) { try vault.takeUpAgain() }
    #expect(try refusal() == .reopenNeeded)
    #expect(folder.bytes("vault").elementsEqual(bytes))
  }

  @Test func `A file that was away for a moment is used again, one that came in its place is not`() throws {
    rename(folder.file("vault"), folder.file("away"))
    #expect(try refusal() == .changedUnderneath)
    folder.put(folder.bytes("away"), "vault")
    #expect(try refusal() == .changedUnderneath)
    rename(folder.file("away"), folder.file("vault"))
    try vault.write("one")
    vault.close()
    #expect(try open().notes() == ["zero", "one"])
  }

  @Test(arguments: ["full", "failed sync", "cut short", "vault gone", "folder gone"])
  func `In another place all that was saved is there, opens the same way, and takes what was refused`(
    trouble: String
  ) throws {
    switch trouble {
    case "full": files.writeError = ENOSPC
    case "failed sync": files.syncError = EIO
    case "cut short": #expect(truncate(folder.file("vault"), 5000) == 0)
    case "vault gone": folder.remove("vault")
    default: rename(folder.path + "/home", folder.path + "/nowhere")
    }
    _ = try refusal()
    let left = folder.bytes("vault")
    let place = VaultFolder(path: folder.path + "/stick")
    let copy = try vault.copy(to: place)
    try copy.write("refused")
    vault.close()
    #expect(folder.bytes("vault").elementsEqual(left))
    try copy.write("later")
    #expect(try copy.check().problems == [])
    copy.close()
    let again = try OpenVault.open(in: place, passphrase: secret("first"))
    #expect(try again.notes() == ["zero", "refused", "later"])
    #expect(again.warnings.filter { $0 != .memoryNotLocked } == [])
    again.close()
    #expect(try OpenVault.open(in: place, recovery: words).notes() == ["zero", "refused", "later"])
  }

  @Test func `No copy goes over another vault, nor over what is left of one`() throws {
    let place = VaultFolder(path: folder.path + "/stick")
    try vault.copy(to: place).close()
    let names = ["vault", "vault.bak", "vault.new"]
    for (name, next) in zip(names, names.dropFirst() + ["gone"]) {
      #expect(throws: VaultError.alreadyExists(name: name)) { try vault.copy(to: place) }
      rename(folder.path + "/stick/" + name, folder.path + "/stick/" + next)
    }
  }

  private func open() throws -> OpenVault { try OpenVault.open(in: folder.home, passphrase: secret("first")) }
}
