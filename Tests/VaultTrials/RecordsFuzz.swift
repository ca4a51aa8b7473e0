import Crypto
import GRDB
import Vault

/// Changes to a vault of several records. Whatever is done, what opens is the state after one of its own records.
package enum RecordsFuzz {
  /// The seed of all that is random in the base.
  package static let seed: UInt64 = 2

  /// A vault whose states are told apart by how many notes they hold.
  package struct Base: Sendable {
    package let bytes: [UInt8]
    /// The database after each record, and how many notes are in it; -1 when there is no table for them.
    package let states: [State]
  }

  package static let base = Result { try make() }

  static func run(_ input: [UInt8]) throws {
    let base = try base.get()
    let bytes = changed(base.bytes, by: input)
    let watch = SlotKeyWatch()
    let files = ByteFolder(["vault": bytes], isReadOnly: true)
    let folder = VaultFolder(files: files, context: .trial(seed: seed, asked: watch))
    _ = try? folder.info()
    do throws(VaultError) {
      let report = try folder.readRecords(credential: try credential())
      let place = Int(report.records) - 1
      guard base.states.indices.contains(place), base.states[place].hash == report.databaseHash else {
        throw VaultError.selfCheckFailed
      }
      // Opening a database costs a hundred times what reading records does.
      if input.reduce(0, ^) % 32 == 0 { try compare(folder, report, notes: base.states[place].notes) }
    } catch {
      switch error {
      case .damaged, .notAVault, .headerDamaged, .newerVault, .badKDFSettings, .wrongPassphrase: break
      default: throw Finding(text: "changed records led to \(error)")
      }
    }
    try Finding.unless(files.changes == 0, "reading records changed the folder")
    try Finding.unless(!watch.sawWrong, "a slot key was asked for with settings outside the limits")
  }

  /// What is salvaged, and what opening finds, is the state after the last record that counts.
  private static func compare(_ folder: VaultFolder, _ report: RecordsReport, notes expected: Int) throws(VaultError) {
    let out = ByteFolder()
    let salvage = try folder.salvage(to: out, name: "vault", credential: try credential())
    guard salvage.records == report.records, salvage.damage == report.damage,
      try notes(in: VaultFolder(files: out, context: .trial(seed: 3))) == expected
    else { throw .selfCheckFailed }
    do throws(VaultError) {
      guard try notes(in: folder) == expected, report.damage == nil else { throw .selfCheckFailed }
    } catch {
      guard error == report.damage else { throw .selfCheckFailed }
    }
  }

  static func notes(in folder: VaultFolder) throws(VaultError) -> Int {
    let vault = try OpenVault.open(in: folder, credential: try credential())
    defer { vault.close() }
    do {
      return try vault.database.read { database in
        try database.tableExists("note") ? Int.fetchOne(database, sql: "SELECT count(*) FROM note") ?? -1 : -1
      }
    } catch {
      throw vault.cause(of: error)
    }
  }

  static func credential() throws(VaultError) -> Credential {
    do { return try Forge.credential() } catch { throw .outOfMemory }
  }

  /// Carries out the input's operations, at most 64 of them.
  package static func changed(_ bytes: [UInt8], by input: [UInt8]) -> [UInt8] {
    var source = ByteSource(input)
    var bytes = bytes
    var left = 64
    while !source.isEmpty, left > 0 {
      left -= 1
      let operation = source.byte() % 8
      let blocks = max(1, bytes.count / 4096)
      switch operation {
      case 0, 1:
        let offset = (Int(source.word()) & 0xFF_FFFF) % max(1, bytes.count)
        if offset < bytes.count { bytes[offset] ^= max(1, source.byte()) }
      case 2: bytes.removeLast((Int(source.word()) & 0xFF_FFFF) % (bytes.count + 1))
      case 3:
        let block = Int(source.byte()) % blocks * 4096
        bytes.removeSubrange(min(block, bytes.count)..<min(block + 4096, bytes.count))
      case 4:
        let (from, to) = (Int(source.byte()) % blocks * 4096, Int(source.byte()) % blocks * 4096)
        bytes.insert(
          contentsOf: bytes[min(from, bytes.count)..<min(from + 4096, bytes.count)], at: min(to, bytes.count))
      case 5:
        let (one, other) = (Int(source.byte()) % blocks * 4096, Int(source.byte()) % blocks * 4096)
        guard max(one, other) + 4096 <= bytes.count, one != other else { continue }
        for place in 0..<4096 { bytes.swapAt(one + place, other + place) }
      case 6: bytes += source.take(Int(source.byte()))
      default:
        // The head of a record of any length, at a block: all that a reader has to go by before it opens one.
        let block = Int(source.byte()) % blocks * 4096
        let head = Array("HRC1".utf8) + [source.byte() % 5, 0, 0, 0] + Forge.little(source.word())
        guard block + head.count <= bytes.count else { continue }
        bytes.replaceSubrange(block..<block + head.count, with: head)
      }
      if bytes.count > 1 << 20 { bytes.removeLast(bytes.count - (1 << 20)) }
    }
    return bytes
  }

  private static func make() throws -> Base {
    let files = ByteFolder()
    let folder = VaultFolder(files: files, context: .trial(seed: seed))
    var notes: [Int] = []
    func note(_ count: Int, _ vault: OpenVault) {
      while notes.count <= Int(vault.sequence) { notes.append(count) }
    }
    let kdf = KDFSettings(passes: 2, memoryMiB: 19)
    let first = try OpenVault.create(in: folder, passphrase: Forge.secret(), kdf: kdf).vault
    note(-1, first)
    try first.database.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    note(0, first)
    for number in 1...3 {
      try first.database.write { try $0.execute(sql: "INSERT INTO note VALUES ('a')") }
      note(number, first)
    }
    first.close()
    note(3, first)
    let second = try OpenVault.open(in: folder, passphrase: Forge.secret())
    try second.database.write { try $0.execute(sql: "INSERT INTO note VALUES ('b')") }
    note(4, second)
    second.close()
    note(4, second)
    let bytes = files.bytes("vault")
    return Base(bytes: bytes, states: try states(of: bytes, notes: notes))
  }

  /// The database after each record, from the file cut behind it.
  private static func states(of bytes: [UInt8], notes: [Int]) throws -> [State] {
    var end = 4096
    return try notes.map { count in
      end += 56 + Int(bytes[end + 8]) + Int(bytes[end + 9]) << 8 + Int(bytes[end + 10]) << 16
      let cut = VaultFolder(
        files: ByteFolder(["vault": Array(bytes[..<end])], isReadOnly: true), context: .trial(seed: seed))
      return State(hash: try cut.readRecords(credential: credential()).databaseHash, notes: count)
    }
  }

  package struct State: Sendable {
    let hash: [UInt8]
    let notes: Int
  }
}
