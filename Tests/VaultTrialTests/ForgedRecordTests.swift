import Crypto
import Testing
import VaultTrials

@testable import Vault

/// Records that are authentic and still wrong: only a mistake in a writer can make them.
@Suite struct ForgedRecordTests {
  private let page = [UInt8](repeating: 0x5A, count: 4096)

  /// What a salvage finds in a vault of these records: how many it kept, and where it stopped.
  private func salvage(_ records: [(type: UInt8, plain: [UInt8])]) throws -> SalvageReport {
    var forge = try Forge(seed: 21)
    var bytes = forge.header
    for record in records { bytes += forge.record(type: record.type, record.plain) }
    let folder = VaultFolder(files: ByteFolder(["vault": bytes], isReadOnly: true), context: .trial(seed: 1))
    #expect(throws: VaultError.self) { try OpenVault.open(in: folder, credential: Forge.credential()) }
    return try folder.salvage(to: ByteFolder(), name: "out", credential: Forge.credential())
  }

  @Test func `What stands before a record that breaks a rule is salvaged`() throws {
    let start: [(type: UInt8, plain: [UInt8])] = [
      (1, Forge.plain(size: 0, pages: [])), (2, Forge.plain(size: 2, pages: [(1, page), (2, page)])),
    ]
    var padded = Forge.plain(size: 2, pages: [(1, page)])
    padded[padded.count - 1] = 1
    let wrong: [(type: UInt8, plain: [UInt8])] = [
      (1, Forge.plain(size: 2, pages: [(1, page), (2, page)])),  // a snapshot behind the start
      (2, Forge.plain(size: 2, pages: [(2, page), (1, page)])),  // pages that fall
      (2, Forge.plain(size: 2, pages: [(3, page)])),  // a page behind the end
      (2, Forge.plain(size: (1 << 20) + 1, pages: [])),  // too large a database
      (3, Forge.plain(size: 2, pages: [(1, page)])),  // a clean close with a page
      (2, Forge.plain(size: 2, count: .max, pages: [(1, page)])),  // more pages than there are
      (2, padded),  // padding that is not zero
    ]
    for record in wrong {
      let damage = VaultError.damaged(record: 2, offset: 4096 + 4096 + 12288)
      #expect(try salvage(start + [record, start[1]]) == SalvageReport(records: 2, damage: damage))
    }
  }

  @Test func `Nothing is salvaged of a vault whose snapshot is not whole`() throws {
    let half = Forge.plain(size: 2, pages: [(1, page)])
    let vaults: [(records: [(type: UInt8, plain: [UInt8])], damage: VaultError)] = [
      ([(1, half)], .damaged(record: 1, offset: 12288)),
      ([(1, half), (2, half)], .damaged(record: 1, offset: 12288)),
      ([(1, half), (1, half)], .damaged(record: 1, offset: 12288)),
      ([(2, half)], .damaged(record: 0, offset: 4096)),
      // A size that would take 4 GiB is refused before they are asked for.
      ([(1, Forge.plain(size: 1 << 20, pages: []))], .damaged(record: 0, offset: 4096)),
    ]
    for vault in vaults {
      #expect(throws: vault.damage) { try salvage(vault.records) }
    }
  }
}
