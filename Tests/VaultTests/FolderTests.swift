import Crypto
import Foundation
import GRDB
import Testing
import VaultSimulation

@testable import Vault

/// What is done with the vault as a whole, in a real folder.
@Suite struct FolderTests {
  let folder = TemporaryFolder()

  func create(_ notes: String...) throws -> OpenVault {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("first"), kdf: quickKDF)
    try vault.write()
    for note in notes { try vault.write(note) }
    return vault
  }

  func open() throws -> OpenVault { try OpenVault.open(in: folder.home, passphrase: secret("first")) }

  @Test func `The folder and its files are for their owner only`() throws {
    let vault = try create("zero")
    try vault.compact()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder.path + "/home") == 0o700)
    for name in folder.names { #expect(try mode(folder.file(name)) == 0o600, "\(name)") }
    #expect(folder.names == ["vault", "vault.bak", "vault.header", "vault.lock"])
  }

  @Test func `A second session is turned away and told who holds the vault`() throws {
    let vault = try create("zero")
    let busy = VaultError.openElsewhere(processID: ProcessInfo.processInfo.processIdentifier)
    #expect(throws: busy) { try open() }
    #expect(throws: busy) { try folder.home.erase() }
    #expect(throws: busy) { try OpenVault.create(in: folder.home, passphrase: secret("other"), kdf: quickKDF) }
    vault.close()
    #expect(try open().notes() == ["zero"])
  }

  @Test func `The lock holds against another process, and is given back when the session ends`() throws {
    let vault = try create("zero")
    #expect(try lockFromAnotherProcess() == "held")
    vault.close()
    #expect(try lockFromAnotherProcess() == "free")
  }

  /// Asks for the same lock from a process of its own.
  private func lockFromAnotherProcess() throws -> String {
    let script = """
      import fcntl, struct, sys
      f = open(sys.argv[1], "r+")
      try:
        fcntl.fcntl(f, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
        print("free", end="")
      except OSError:
        print("held", end="")
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder.file("vault.lock")]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  @Test func `A vault is never made over another, nor over what is left of one`() throws {
    #expect(throws: VaultError.noVault) { try open() }
    #expect(folder.names == [])
    try create("zero").close()
    for name in ["vault", "vault.bak", "vault.new"] {
      #expect(throws: VaultError.alreadyExists(name: name)) {
        try OpenVault.create(in: folder.home, passphrase: secret("other"), kdf: quickKDF)
      }
      let next = ["vault": "vault.bak", "vault.bak": "vault.new", "vault.new": "gone"][name] ?? ""
      try FileManager.default.moveItem(atPath: folder.file(name), toPath: folder.file(next))
      if next != "gone" { #expect(throws: VaultError.leftover(name: next)) { try open() } }
    }
  }

  @Test func `What is left of an interrupted change can be restored`() throws {
    try create("zero").close()
    try FileManager.default.moveItem(atPath: folder.file("vault"), toPath: folder.file("vault.new"))
    try folder.home.restore(from: folder.file("vault.new"), credential: .passphrase(secret("first")))
    #expect(folder.names == ["vault", "vault.header", "vault.lock"])
    #expect(try open().notes() == ["zero"])
  }

  @Test func `Another file is told from a vault`() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    folder.put(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 8000), "vault")
    #expect(throws: VaultError.notAVault) { try open() }
    folder.put([], "vault")
    #expect(throws: VaultError.notAVault) { try open() }
  }

  @Test func `What is not sealed can be told without the passphrase`() throws {
    let vault = try create("zero")
    let info = try folder.home.info()
    #expect(info.version == 1 && info.kdf == quickKDF && !info.hasRecoveryWords)
    #expect(info.size == UInt64(folder.bytes("vault").count))
    #expect(info.records == vault.sequence + 1)
  }

  @Test func `A backup made while open can be restored, and what it replaces is kept`() throws {
    let vault = try create("zero")
    let backup = folder.path + "/backup"
    try vault.backup(to: backup)
    #expect(throws: VaultError.alreadyExists(name: "backup")) { try vault.backup(to: backup) }
    try vault.write("one")
    vault.close()
    #expect(throws: VaultError.wrongPassphrase) {
      try folder.home.restore(from: backup, credential: .passphrase(secret("other")))
    }
    #expect(throws: VaultError.noSuchFile(name: "missing")) {
      try folder.home.restore(from: folder.path + "/missing", credential: .passphrase(secret("first")))
    }
    let before = try folder.digest("vault")
    try folder.home.restore(from: backup, credential: .passphrase(secret("first")))
    let kept = try #require(folder.names.first { $0.hasPrefix("vault.replaced-") })
    #expect(try folder.digest(kept) == before)
    let restored = try open()
    #expect(try restored.notes() == ["zero"])
    #expect(try restored.check().problems == [])
  }

  @Test func `A damaged backup is refused and replaces nothing`() throws {
    let vault = try create("zero", "one")
    try vault.backup(to: folder.file("backup"))
    vault.close()
    let before = try folder.digest("vault")
    var bytes = folder.bytes("backup")
    bytes[9000] ^= 1
    folder.put(bytes, "backup")
    #expect(throws: VaultError.damaged(record: 1, offset: 8192)) {
      try folder.home.restore(from: folder.file("backup"), credential: .passphrase(secret("first")))
    }
    #expect(try folder.digest("vault") == before)
    #expect(folder.names == ["backup", "vault", "vault.header", "vault.lock"])
  }

  @Test func `Erasing leaves nothing of the vault`() throws {
    let vault = try create("zero")
    try vault.compact()
    vault.close()
    folder.put([1], "vault.torn-20200101-000000")
    folder.put([1], "settings")
    try folder.home.erase()
    #expect(folder.names == ["settings"])
    #expect(throws: VaultError.noVault) { try open() }
  }

  @Test func `Every error has one of the documented exit codes`() {
    let codes: [(VaultError, Int32)] = [
      (.wrongPassphrase, 77), (.noVault, 66), (.notAVault, 65), (.newerVault(minReader: 2), 69),
      (.damaged(record: 1, offset: 8192), 65), (.openElsewhere(processID: nil), 75), (.readOnly, 73),
      (.cannotCreate(name: "x", errno: 2), 73), (.diskFull, 74), (.inputOutput(errno: 5), 74), (.newerSchema, 69),
      (.badKDFSettings, 65),
    ]
    for (error, code) in codes { #expect(error.exitCode == code, "\(error)") }
  }
}
