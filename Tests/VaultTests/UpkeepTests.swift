import Crypto
import Foundation
import GRDB
import Testing
import VaultSimulation

@testable import Vault

/// Compaction, erasing, migrations and checks on a simulated disk.
@Suite struct UpkeepTests {
  let disk: SimulatedDisk
  let folder: VaultFolder

  init() throws {
    disk = try Story.prepared()
    folder = VaultFolder(files: disk, context: .simulated(seed: 2))
  }

  func open() throws -> OpenVault { try OpenVault.open(in: folder, passphrase: secret("first")) }

  @Test func `The file is written anew once the log is long, and stays small`() throws {
    let vault = try open()
    try vault.write()
    for number in 0..<600 {
      try vault.database.write {
        try $0.execute(sql: "UPDATE note SET text = hex(randomblob(3000)) || ?", arguments: [number])
      }
      try vault.compactIfNeeded()
    }
    let size = try #require(try disk.status(of: "vault")).size
    #expect(size < 6 << 20)
    #expect(try disk.exists("vault.bak"))
    #expect(try vault.check().problems == [])
  }

  @Test func `A save never writes the file anew, however long the log is`() throws {
    let vault = try open()
    let inode = try disk.status(of: "vault")?.inode
    try vault.write()
    for _ in 0..<1200 {
      try vault.database.write { try $0.execute(sql: "UPDATE note SET text = hex(randomblob(3000))") }
    }
    let status = try #require(try disk.status(of: "vault"))
    #expect(status.inode == inode)
    #expect(status.size > 12 << 20)
  }

  @Test func `A database of many pages comes back from several snapshot records`() throws {
    let vault = try open()
    try vault.database.write { database in
      for _ in 0..<3000 { try database.execute(sql: "INSERT INTO note (text) VALUES (hex(randomblob(2000)))") }
    }
    try vault.compact()
    #expect(vault.sequence >= 2)
    let notes = try vault.notes()
    vault.close()
    let again = try open()
    #expect(try again.notes() == notes)
    // Cut inside the snapshot: never taken for a save that was cut off.
    again.close()
    let file = try disk.open("vault", .readWrite)
    try file.truncate(to: RecordCoding.size(pages: 1000).asOffset)
    #expect(throws: VaultError.damaged(record: 1, offset: RecordCoding.size(pages: 1000).asOffset)) { try open() }
  }

  @Test func `Deleted words are gone from the image and the folder after an erase`() throws {
    let vault = try open()
    try vault.database.write { database in
      try database.execute(sql: "CREATE VIRTUAL TABLE search USING fts5(text)")
      for number in 0..<300 {
        let text = number == 150 ? "secretword elephantine" : "walk number\(number) by the river"
        try database.execute(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)", arguments: [number, text])
        try database.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [text])
      }
    }
    try vault.write("secretword again")
    #expect(imageHolds("secretword", vault))
    try vault.database.write { database in
      try database.execute(sql: "DELETE FROM note WHERE text LIKE 'secretword%'")
      try database.execute(sql: "DELETE FROM search WHERE rowid = 150")
    }
    try vault.erasePass { try $0.execute(sql: "INSERT INTO search (search) VALUES ('optimize')") }
    for word in ["secretword", "elephantine"] { #expect(!imageHolds(word, vault), "\(word)") }
    #expect(try disk.names() == ["vault", "vault.header"])
    vault.close()
    let again = try open()
    for word in ["secretword", "elephantine"] { #expect(!imageHolds(word, again), "\(word)") }
    #expect(try again.check().problems == [])
  }

  @Test func `Dropped pages are not in the next file`() throws {
    let vault = try open()
    try vault.database.write { database in
      for _ in 0..<200 { try database.execute(sql: "INSERT INTO note (text) VALUES (hex(zeroblob(2000)))") }
    }
    let pages = try vault.check().pages
    try vault.database.write { try $0.execute(sql: "DELETE FROM note WHERE id > 1") }
    #expect(try vault.check().pages < pages)
    try vault.compact()
    vault.close()
    let again = try open()
    #expect(try again.check().pages < pages)
    #expect(try again.notes() == ["zero"])
  }

  @Test func `A new vault migrates in place, an older one in a copy`() throws {
    let vault = try open()
    let digest = try digest()
    var broken = migrator(2)
    broken.registerMigration("breaks") { try $0.execute(sql: "INSERT INTO nowhere VALUES (1)") }
    #expect(throws: VaultError.self) { try vault.migrate(broken) }
    #expect(try self.digest() == digest)
    #expect(try vault.notes() == ["zero"])

    try vault.migrate(migrator(2))
    #expect(try vault.notes() == ["zero", "step 0", "step 1"])
    #expect(try disk.exists("vault.bak"))
    let sequence = vault.sequence
    try vault.migrate(migrator(2))
    #expect(vault.sequence == sequence)
    try vault.write("after")
    vault.close()
    #expect(try open().notes() == ["zero", "step 0", "step 1", "after"])
  }

  @Test func `A database of a later program is refused untouched`() throws {
    let vault = try open()
    try vault.migrate(migrator(2))
    let digest = try digest()
    #expect(throws: VaultError.newerSchema) { try vault.migrate(migrator(1)) }
    vault.close()
    let again = try open()
    #expect(throws: VaultError.newerSchema) { try again.migrate(migrator(1)) }
    again.close()
    #expect(try self.digest() != digest)  // the clean close of the first session
    #expect(try open().notes() == ["zero", "step 0", "step 1"])
  }

  @Test func `A tail that was cut away after a clean end is noticed`() throws {
    let vault = try open()
    try vault.write("one")
    let end = try #require(try disk.status(of: "vault")).size
    vault.close()
    try disk.open("vault", .readWrite).truncate(to: end)
    #expect(try open().warnings.filter { $0 != .memoryNotLocked } == [.notClosedCleanly])
  }

  @Test func `A closed vault can do nothing more`() throws {
    let vault = try open()
    vault.close()
    vault.close()
    #expect(!vault.isOpen)
    #expect(throws: VaultError.reopenNeeded) { try vault.compact() }
  }

  private func migrator(_ steps: Int) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in 0..<steps {
      migrator.registerMigration("step \(step)") {
        try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: ["step \(step)"])
      }
    }
    return migrator
  }

  private func digest() throws -> [UInt8] {
    let file = try disk.open("vault", .read)
    return try BLAKE2b.hash(file.bytes(at: 0, count: Int(file.status().size)), count: 16)
  }

  private func imageHolds(_ word: String, _ vault: OpenVault) -> Bool {
    guard let image = try? vault.live().image else { return false }
    var bytes = [UInt8](repeating: 0, count: Int(image.pages) * 4096)
    bytes.withUnsafeMutableBytes { _ = image.read(into: $0, at: 0) }
    return Data(bytes).range(of: Data(word.utf8)) != nil
  }
}

extension Int {
  /// A size behind the header as an offset in the file.
  fileprivate var asOffset: UInt64 { UInt64(self) + 4096 }
}
