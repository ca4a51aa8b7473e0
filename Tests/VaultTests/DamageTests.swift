import Crypto
import GRDB
import Testing
import VaultSimulation

@testable import Vault

/// Bytes that changed: each is found, none is believed, and what stands before can be had.
@Suite struct DamageTests {
  let disk: SimulatedDisk
  let bytes: [UInt8]

  init() throws {
    disk = SimulatedDisk()
    let folder = VaultFolder(files: disk, context: .simulated(seed: 1))
    let (vault, _) = try OpenVault.create(in: folder, passphrase: secret("first"), kdf: quickKDF, recovery: true)
    try vault.write("zero", "one")
    vault.close()
    let file = try disk.open("vault", .read)
    bytes = try file.bytes(at: 0, count: Int(try file.status().size))
  }

  /// A folder that holds `bytes` as its vault, with or without the copy of the header.
  func folder(_ bytes: [UInt8], withCopy: Bool = false) throws -> (SimulatedDisk, VaultFolder) {
    let other = SimulatedDisk()
    try other.open("vault", .create).write(bytes, at: 0)
    if withCopy { try other.open("vault.header", .create).write(Array(self.bytes[..<4096]), at: 0) }
    return (other, VaultFolder(files: other, context: .simulated(seed: 2)))
  }

  @discardableResult func open(_ folder: VaultFolder) throws -> OpenVault {
    try OpenVault.open(in: folder, passphrase: secret("first"))
  }

  @Test func `A flipped bit at any byte of the header is found`() throws {
    for offset in 0..<4096 {
      var changed = bytes
      changed[offset] ^= 1 << UInt8(offset % 8)
      let expected: VaultError = offset < 8 ? .notAVault : .headerDamaged
      #expect(throws: expected, "byte \(offset)") { try open(folder(changed).1) }
    }
  }

  @Test func `A damaged header is taken from its copy and mended`() throws {
    for offset in [0, 9, 20, 40, 60, 300, 4040, 4090] {
      var changed = bytes
      changed[offset] ^= 4
      let (_, folder) = try folder(changed, withCopy: true)
      let vault = try open(folder)
      #expect(vault.warnings.contains(.headerRestored), "byte \(offset)")
      #expect(try vault.notes() == ["zero", "one"])
      vault.close()
      let again = try open(folder)
      #expect(again.warnings.filter { $0 != .memoryNotLocked } == [])
      #expect(try again.notes() == ["zero", "one"])
    }
  }

  @Test func `A flipped bit in a record that others follow is refused, and what stands before is salvaged`() throws {
    let last = try #require(recordOffsets.last)
    for offset in stride(from: 4096, to: last, by: 211) {
      var changed = bytes
      changed[offset] ^= 0x10
      let (other, folder) = try folder(changed)
      let broken = try #require(recordOffsets.lastIndex { $0 <= offset })
      let damage = VaultError.damaged(record: UInt64(broken), offset: UInt64(recordOffsets[broken]))
      #expect(throws: damage) { try open(folder) }
      #expect(try other.names() == ["vault"])
      guard broken > 0 else { continue }
      let report = try folder.salvage(to: other, name: "saved", credential: .passphrase(secret("first")))
      #expect(report == SalvageReport(records: UInt64(broken), damage: damage))
    }
  }

  @Test func `A salvaged vault opens with what stood before the damage`() throws {
    var changed = bytes
    changed[recordOffsets[4] + 1000] ^= 1
    let (other, folder) = try folder(changed)
    _ = try folder.salvage(to: other, name: "saved", credential: .passphrase(secret("first")))
    try other.rename("saved", to: "vault")
    #expect(try open(folder).notes() == ["zero"])
  }

  @Test func `A damaged last record is a save that was cut off, and set aside`() throws {
    let last = try #require(recordOffsets.last)
    for offset in stride(from: last, to: bytes.count, by: 173) {
      var changed = bytes
      changed[offset] ^= 1
      let (other, folder) = try folder(changed)
      let vault = try open(folder)
      let torn = VaultWarning.tornTail(bytes: UInt64(bytes.count - last), setAside: "vault.torn-20261118-110640")
      #expect(vault.warnings.filter { $0 != .memoryNotLocked } == [.notClosedCleanly, torn])
      #expect(try vault.notes() == ["zero", "one"])
      let aside = try other.open("vault.torn-20261118-110640", .read)
      #expect(try aside.bytes(at: 0, count: 1 << 20).elementsEqual(changed[last...]))
      #expect(try other.status(of: "vault")?.size == UInt64(last))
    }
  }

  @Test func `Cut anywhere, the vault opens with the whole records before the cut`() throws {
    let ends = recordOffsets.dropFirst() + [bytes.count]
    for length in stride(from: 0, to: bytes.count, by: 509) {
      let (_, folder) = try folder(Array(bytes[..<length]))
      if length < 8 {
        #expect(throws: VaultError.notAVault) { try open(folder) }
      } else if length < 4096 {
        #expect(throws: VaultError.headerDamaged) { try open(folder) }
      } else if length < recordOffsets[1] {
        #expect(throws: VaultError.damaged(record: 0, offset: 4096)) { try open(folder) }
      } else {
        let vault = try open(folder)
        let whole = ends.count { $0 <= length }
        let expected = [[], [], [], ["zero"], ["zero", "one"]][min(whole - 1, 4)]
        #expect(try vault.notes() == expected, "length \(length)")
      }
    }
  }

  @Test(arguments: Damage.Kind.allCases)
  func `Damage of every kind is found or mended`(_ kind: Damage.Kind) throws {
    let vaults = try DamagedVaults()
    let every = [.splice, .crafted].contains(kind) ? 1 : vaults.count(kind) / 200
    for number in stride(from: 0, to: vaults.count(kind), by: every) {
      let damage = Damage(kind: kind, number: number)
      #expect(vaults.problems(damage) == [], "\(Trial.damage(damage))")
    }
  }

  @Test func `Key settings outside what is safe are refused before any work`() throws {
    for (passes, memory) in [(1, 19 << 20), (17, 19 << 20), (3, 1 << 20), (3, 4 << 30), (3, (19 << 20) + 1)] {
      var changed = bytes
      changed.replaceSubrange(48..<56, with: UInt64(passes).littleEndianBytes)
      changed.replaceSubrange(56..<64, with: UInt64(memory).littleEndianBytes)
      changed.replaceSubrange(4032..<4064, with: try BLAKE2b.hash(Array(changed[..<4032])))
      #expect(throws: VaultError.badKDFSettings) { try open(folder(changed).1) }
    }
  }

  @Test func `A forged header with a good plain check is not believed`() throws {
    var changed = bytes
    changed[40] ^= 1
    changed.replaceSubrange(4032..<4064, with: try BLAKE2b.hash(Array(changed[..<4032])))
    #expect(throws: VaultError.headerDamaged) { try open(folder(changed).1) }
  }

  @Test func `A vault of a later format is refused and stays as it is`() throws {
    var changed = bytes
    changed[8] = 3
    changed[10] = 2
    changed.replaceSubrange(4032..<4064, with: try BLAKE2b.hash(Array(changed[..<4032])))
    let (other, folder) = try folder(changed)
    let events = other.events
    #expect(throws: VaultError.newerVault(minReader: 2)) { try open(folder) }
    #expect(throws: VaultError.newerVault(minReader: 2)) { try folder.info() }
    #expect(other.events == events)
  }

  /// Where the records of `bytes` begin.
  var recordOffsets: [Int] {
    var offsets: [Int] = []
    var offset = 4096
    while offset < bytes.count, let head = RecordHead(Array(bytes[offset...].prefix(40))) {
      offsets.append(offset)
      offset += Int(head.recordSize)
    }
    return offsets
  }
}
