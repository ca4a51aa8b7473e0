import Crypto
import Testing
import VaultTrials

@testable import Vault

/// Records that are authentic and still wrong: only a mistake in a writer can make them.
@Suite struct ForgedRecordTests {
  private let page = [UInt8](repeating: 0x5A, count: 4096)

  /// What is read of a vault of these records: how many count, and where the damage is.
  private func read(_ records: [(type: UInt8, plain: [UInt8])]) throws -> RecordsReport {
    let folder = try folder(records)
    #expect(throws: VaultError.self) { try OpenVault.open(in: folder, credential: Forge.credential()) }
    return try folder.readRecords(credential: Forge.credential())
  }

  private func folder(_ records: [(type: UInt8, plain: [UInt8])]) throws -> VaultFolder {
    var forge = try Forge(seed: 21)
    var bytes = forge.header
    for record in records { bytes += forge.record(type: record.type, record.plain) }
    return VaultFolder(files: ByteFolder(["vault": bytes], isReadOnly: true), context: .trial(seed: 1))
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
      let found = try read(start + [record, start[1]])
      #expect(found.records == 2 && found.damage == .damaged(record: 2, offset: 4096 + 4096 + 12288))
    }
  }

  @Test func `The journal before such a record is salvaged`() throws {
    let image = try ImageFuzz.base.get()
    var pages: [(UInt32, [UInt8])] = []
    for start in stride(from: 0, to: image.count, by: 4096) {
      pages.append((UInt32(start / 4096 + 1), Array(image[start..<start + 4096])))
    }
    let snapshot = Forge.plain(size: UInt32(pages.count), pages: pages)
    let damage = VaultError.damaged(record: 1, offset: UInt64(4096 + 56 + snapshot.count))
    let broken = try folder([(1, snapshot), (2, Forge.plain(size: 2, pages: [(3, page)]))])
    let out = ByteFolder()
    let report = try broken.salvage(to: out, name: "vault", credential: Forge.credential())
    #expect(report.records == 1 && report.damage == damage)
    let saved = VaultFolder(files: out, context: .trial(seed: 1))
    let vault = try OpenVault.open(in: saved, credential: Forge.credential())
    #expect(try JournalStore(vault).count() == 6)
    vault.close()
  }

  @Test func `Nothing is salvaged of a vault whose snapshot is not whole`() throws {
    let half = Forge.plain(size: 2, pages: [(1, page)])
    let vaults: [(records: [(type: UInt8, plain: [UInt8])], damage: VaultError)] = [
      ([(1, half)], .damaged(record: 1, offset: 12288)),
      ([(1, half), (2, half)], .damaged(record: 1, offset: 12288)),
      ([(1, half), (1, half)], .damaged(record: 1, offset: 12288)),
      ([(2, half)], .damaged(record: 0, offset: 4096)),
      // A size that would take 4 GiB is not believed before its pages have come.
      ([(1, Forge.plain(size: 1 << 20, pages: []))], .damaged(record: 1, offset: 8192)),
    ]
    for vault in vaults {
      #expect(throws: vault.damage) { try read(vault.records) }
    }
  }
}
