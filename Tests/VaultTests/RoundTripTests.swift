import Crypto
import GRDB
import Testing
import VaultSimulation

@testable import Vault

@Suite struct RoundTripTests {
  let folder = TemporaryFolder()

  @Test func `What was saved is there after opening again`() throws {
    let (vault, words) = try OpenVault.create(in: folder.home, passphrase: secret("correct horse"), kdf: quickKDF)
    #expect(words == nil)
    try vault.write("one", "two")
    vault.close()
    let again = try OpenVault.open(in: folder.home, passphrase: secret("correct horse"))
    #expect(try again.notes() == ["one", "two"])
    #expect(again.warnings.filter { $0 != .memoryNotLocked } == [])
    #expect(folder.names == ["vault", "vault.header", "vault.lock"])
    again.close()
    let header = Array(folder.bytes("vault").prefix(4096))
    #expect(folder.bytes("vault.header").elementsEqual(header))
  }

  @Test func `A commit is one record, and a session that only reads writes nothing`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    try vault.write()
    let before = vault.sequence
    try vault.database.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('a'), ('b')") }
    #expect(vault.sequence == before + 1)
    try vault.database.inTransaction { database in
      try database.execute(sql: "INSERT INTO note (text) VALUES ('c')")
      return .rollback
    }
    #expect(vault.sequence == before + 1)
    vault.close()
    let digest = try folder.digest("vault")
    let reading = try OpenVault.open(in: folder.home, passphrase: secret("p"))
    #expect(try reading.notes() == ["a", "b"])
    reading.close()
    #expect(try folder.digest("vault") == digest)
  }

  @Test func `Full-text search works inside the vault`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    try vault.database.write { database in
      try database.execute(sql: "CREATE VIRTUAL TABLE search USING fts5(text)")
      for number in 0..<500 {
        try database.execute(
          sql: "INSERT INTO search VALUES (?)", arguments: ["walk number\(number) by the river"])
      }
    }
    vault.close()
    let again = try OpenVault.open(in: folder.home, passphrase: secret("p"))
    let found = try again.database.read {
      try Int.fetchAll($0, sql: "SELECT rowid FROM search WHERE search MATCH 'number321'")
    }
    #expect(found == [322])
    #expect(try again.check().problems == [])
  }

  @Test func `A rollback after pages were spilled to the image leaves the vault as it was`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    try vault.write("kept")
    let size = folder.bytes("vault").count
    try vault.database.inTransaction { database in
      for _ in 0..<400 {
        try database.execute(sql: "INSERT INTO note (text) VALUES (hex(randomblob(2000)))")
      }
      return .rollback
    }
    #expect(folder.bytes("vault").count == size)
    #expect(try vault.notes() == ["kept"])
    #expect(try vault.check().problems == [])
  }

  @Test func `VACUUM and large changes come back whole`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    try vault.write()
    try vault.database.write { database in
      for _ in 0..<2000 { try database.execute(sql: "INSERT INTO note (text) VALUES (hex(randomblob(1500)))") }
    }
    try vault.database.write { try $0.execute(sql: "DELETE FROM note WHERE id % 3 > 0") }
    try vault.database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    let notes = try vault.notes()
    try vault.compactIfNeeded()
    #expect(try vault.notes() == notes)
    try vault.write("after")
    vault.close()
    let again = try OpenVault.open(in: folder.home, passphrase: secret("p"))
    #expect(try again.notes() == notes + ["after"])
    #expect(try again.check().problems == [])
  }

  @Test func `Settings that could lose a change are refused`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("p"), kdf: quickKDF)
    for setting in ["journal_mode = WAL", "journal_mode = OFF", "synchronous = OFF", "synchronous = 0"] {
      #expect(throws: DatabaseError.self) {
        try vault.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA \(setting)") }
      }
    }
    #expect(throws: DatabaseError.self) {
      try vault.database.writeWithoutTransaction { try $0.execute(sql: "ATTACH 'other.sqlite' AS other") }
    }
  }

  @Test func `Nothing that was typed is readable in the folder`() throws {
    let (vault, _) = try OpenVault.create(in: folder.home, passphrase: secret("passphrase-canary"), kdf: quickKDF)
    try vault.write("note-canary")
    try vault.compact()
    try vault.write("second-canary")
    #expect(!folder.holds("canary"))
    vault.close()
    #expect(!folder.holds("canary"))
    #expect(!folder.holds("SQLite format"))
    #expect(!folder.holds("CREATE TABLE"))
  }
}
