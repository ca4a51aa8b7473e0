import Crypto
import Testing
import VaultSimulation

@testable import Vault

/// The rules that hold for a record even when it is authentic.
@Suite struct RecordTests {
  /// The plain text of a record with the given parts.
  func plain(_ size: UInt32, _ pages: [UInt32], data: Int? = nil, padding: [UInt8] = []) -> [UInt8] {
    size.littleEndianBytes + UInt32(pages.count).littleEndianBytes + pages.flatMap(\.littleEndianBytes)
      + [UInt8](repeating: 7, count: data ?? pages.count * 4096) + padding
  }

  func content(_ plain: [UInt8], _ type: RecordType = .commit) -> RecordContent? {
    plain.withUnsafeBytes { RecordContent($0, type: type) }
  }

  @Test func `Pages, size and zeros are read`() throws {
    let read = try #require(content(plain(9, [2, 5, 9], padding: [0, 0, 0])))
    #expect(read.databasePages == 9 && read.pages == [2, 5, 9] && read.firstPageOffset == 20)
    #expect(content(plain(0, []), .cleanClose) != nil)
  }

  @Test func `What breaks a rule is refused`() {
    let wrong: [(String, [UInt8], RecordType)] = [
      ("padding is not zero", plain(9, [1], padding: [0, 1]), .commit),
      ("pages fall", plain(9, [5, 2]), .commit),
      ("a page twice", plain(9, [2, 2]), .commit),
      ("page zero", plain(9, [0, 2]), .commit),
      ("a page behind the end", plain(3, [4]), .commit),
      ("more pages than bytes", plain(9, [1, 2, 3], data: 3 * 4096 - 1), .commit),
      ("too large a database", plain((1 << 20) + 1, []), .commit),
      ("a clean close with a page", plain(9, [1]), .cleanClose),
      ("a number of pages that would overflow", [9, 0, 0, 0, 255, 255, 255, 255], .commit),
      ("too short", [0, 0, 0, 0], .commit),
    ]
    for (reason, plain, type) in wrong { #expect(content(plain, type) == nil, "\(reason)") }
  }

  @Test func `A record head is read only when every field fits`() throws {
    let head = RecordHead(type: .commit, length: 4096 - 56, nonce: Array(0..<24))
    #expect(RecordHead(head.bytes) == head)
    for offset in [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15] {
      var bytes = head.bytes
      bytes[offset] ^= 0x81
      #expect(RecordHead(bytes) == nil, "byte \(offset)")
    }
    #expect(RecordHead(Array(head.bytes.dropLast())) == nil)
  }

  @Test func `A record takes the fewest whole pages`() {
    #expect(RecordCoding.size(pages: 0) == 4096)
    #expect(RecordCoding.size(pages: 1) == 8192)
    #expect(RecordCoding.size(pages: 3) == 16384)
  }

  @Test func `A simulated vault is the same each time`() throws {
    #expect(try made(seed: 9) == made(seed: 9))
    #expect(try made(seed: 9) != made(seed: 10))
  }

  private func made(seed: UInt64) throws -> [UInt8] {
    let disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: seed))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("p"), kdf: quickKDF, recovery: true)
    try vault.write("one")
    vault.close()
    let file = try disk.open("vault", .read)
    return try BLAKE2b.hash(file.bytes(at: 0, count: Int(file.status().size)), count: 16)
  }
}
