import Crypto
import Forms
import GRDB
import Glibc
import Journal
import Testing

import VaultSimulation

@testable import Vault

/// Links, modes and owners of the folder and what is in it; what a backup or a damaged vault is worth.
@Suite struct PlaceTests {
  let folder = TemporaryFolder()

  private func create(_ name: String = "home") throws -> OpenVault {
    try OpenVault.create(
      in: VaultFolder(path: "\(folder.path)/\(name)"), passphrase: secret("first"), kdf: quickKDF
    ).vault
  }

  @Test(arguments: ["to a vault", "to nothing"])
  func `A vault that is a link is refused by all, and stays one`(kind: String) throws {
    try create().close()
    rename(folder.file("vault"), folder.path + "/elsewhere")
    let target = kind == "to a vault" ? folder.path + "/elsewhere" : folder.path + "/nothing"
    #expect(symlink(target, folder.file("vault")) == 0)
    let home = folder.home
    #expect(home.hasVault)
    #expect(throws: VaultError.linked) { try OpenVault.open(in: home, passphrase: secret("first")) }
    #expect(throws: VaultError.linked) { try home.info() }
    #expect(throws: VaultError.linked) { try home.erase() }
    #expect(throws: VaultError.linked) {
      try home.restore(from: folder.path + "/elsewhere", credential: .passphrase(secret("first")))
    }
    #expect(throws: VaultError.alreadyExists(name: "vault")) {
      try OpenVault.create(in: home, passphrase: secret("first"), kdf: quickKDF)
    }
    #expect(try home.files.status(of: "vault")?.kind == .link)
  }

  @Test func `A folder or a pipe named vault is none`() throws {
    mkdir(folder.path + "/home", 0o700)
    mkdir(folder.file("vault"), 0o700)
    #expect(throws: VaultError.notAVault) { try OpenVault.open(in: folder.home, passphrase: secret("first")) }
    rmdir(folder.file("vault"))
    mkfifo(folder.file("vault"), 0o600)
    #expect(throws: VaultError.notAVault) { try folder.home.info() }
  }

  @Test func `What others can reach is named, and closed on demand`() throws {
    try create().close()
    #expect(folder.home.openToOthers == [])
    chmod(folder.path + "/home", 0o750)
    chmod(folder.file("vault"), 0o644)
    folder.put([1], "photo.jpg")
    chmod(folder.file("photo.jpg"), 0o644)
    #expect(folder.home.openToOthers == [".", "vault"])
    let vault = try OpenVault.open(in: folder.home, passphrase: secret("first"))
    #expect(vault.warnings.contains(.openToOthers))
    vault.close()
    #expect(folder.home.closeToOthers())
    #expect(folder.home.openToOthers == [])
    #expect(try folder.home.files.status(of: "photo.jpg")?.isOpenToOthers == true)
  }

  @Test func `A backup is told from the vault here: older, newer, of another, under another key`() throws {
    let vault = try create()
    try vault.migrate(Schema.migrator)
    let early = folder.path + "/early"
    try vault.backup(to: early)
    try vault.database.write {
      try $0.execute(sql: "INSERT INTO change (at, kind, subject) VALUES (7000, 'add', 'X')")
    }
    let late = folder.path + "/late"
    try vault.backup(to: late)
    let key = Credential.passphrase(try secret("first"))
    let (old, new) = (
      try folder.home.checkedBackup(at: early, credential: key),
      try folder.home.checkedBackup(at: late, credential: key)
    )
    #expect(old.mark == VaultMark(lastSaved: nil, entries: 0) && new.mark == VaultMark(lastSaved: 7000, entries: 0))
    #expect(folder.home.mark(besides: old) == new.mark)
    #expect(folder.home.isForeign(old) == false)
    _ = try vault.changePassphrase(to: secret("second"), recovery: false)
    #expect(folder.home.mark(besides: old) == nil && folder.home.isForeign(old) == false)
    vault.close()
    let other = VaultFolder(path: folder.path + "/other")
    #expect(other.isForeign(old) == nil)
    try create("other").close()
    #expect(other.isForeign(old) == true && other.mark(besides: old) == nil)
  }

  @Test func `A link to a backup, or a folder with a vault in it, can be restored from`() throws {
    let vault = try create("other")
    try vault.write("zero")
    vault.close()
    symlink(folder.path + "/other/vault", folder.path + "/link")
    for path in ["/link", "/other"] {
      try folder.home.restore(from: folder.path + path, credential: .passphrase(secret("first")))
      let restored = try OpenVault.open(in: folder.home, passphrase: secret("first"))
      #expect(try restored.notes() == ["zero"])
      restored.close()
    }
  }

  @Test func `A salvage goes into a new or empty folder only, and leaves the damaged vault alone`() throws {
    let vault = try create()
    for note in ["zero", "one", "two"] { try vault.write(note) }
    vault.close()
    var bytes = folder.bytes("vault")
    bytes[bytes.count - 3 * 4096] ^= 1
    folder.put(bytes, "vault")
    let key = Credential.passphrase(try secret("first"))
    let out = VaultFolder(path: folder.path + "/out")
    #expect(throws: VaultError.alreadyExists(name: "")) { try folder.home.salvage(into: folder.home, credential: key) }
    let report = try folder.home.salvage(into: out, credential: key)
    #expect(report.damage != nil && report.mark == VaultMark(lastSaved: nil, entries: 0))
    #expect(throws: VaultError.alreadyExists(name: "")) { try folder.home.salvage(into: out, credential: key) }
    #expect(folder.bytes("vault").elementsEqual(bytes))
    let saved = try OpenVault.open(in: out, passphrase: secret("first"))
    let notes = try saved.notes()
    #expect(notes == Array(["zero", "one", "two"].prefix(notes.count)) && notes.count < 3)
    #expect(saved.warnings.filter { $0 != .memoryNotLocked } == [])
  }

  @Test func `Each shape of the tables has a journal kept from its time`() throws {
    let up = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    let kept = try POSIXFileSystem(path: up + "/Fixtures/Schemas").names().compactMap { Int($0) }.sorted()
    #expect(kept == Array(1...Schema.migrator.migrations.count))
  }
}
