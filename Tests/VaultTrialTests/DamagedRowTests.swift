import Testing
import VaultTrials

@testable import Vault

/// Rows that no version of the program writes, as a damaged or foreign database may hold them.
@Suite struct DamagedRowTests {
  @Test(arguments: [
    "day = 9223372036854775807", "day = -9223372036854775808", "day = 'someday'", "recorded = 9223372036854775807",
    "zone_offset = 9223372036854775807", "version = 9223372036854775807", "answers = '['", "answers = x'ff'",
    "links = '{'", "status = 'x'",
  ])
  func `A row that cannot be is an unreadable entry`(change: String) throws {
    let vault = try ImageFuzz.openVault()
    defer { vault.close() }
    try vault.database.write { try $0.execute(sql: "UPDATE revision SET \(change)") }
    #expect(throws: VaultError.unreadableEntry) { try JournalStore(vault).entries() }
  }
}
