import Vault

/// Records with any plain text, sealed as the vault's own: what is read once a record is authentic.
package enum PlainFuzz {
  static func run(_ input: [UInt8]) throws {
    let (bytes, made) = try vault(from: input)
    let files = ByteFolder(["vault": bytes], isReadOnly: true)
    let folder = VaultFolder(files: files, context: .trial(seed: 4))
    do throws(VaultError) {
      let report = try folder.readRecords(credential: try RecordsFuzz.credential())
      guard report.records >= 1, report.records <= UInt64(made) else { throw VaultError.selfCheckFailed }
    } catch {
      guard case .damaged = error else { throw Finding(text: "sealed records led to \(error)") }
    }
    try Finding.unless(files.changes == 0, "reading records changed the folder")
  }

  package static let seed: UInt64 = 13

  /// A vault file made as the input says, and how many records it has.
  package static func vault(from input: [UInt8]) throws -> (bytes: [UInt8], records: Int) {
    var source = ByteSource(input)
    var forge = try Forge(seed: seed)
    var bytes = forge.header
    var records = 0
    while !source.isEmpty, records < 12 {
      let kind = source.byte()
      let plain = plain(from: &source)
      // Mostly the three types there are, and mostly the true length.
      let type = kind & 0x0F < 14 ? (kind & 0x0F) % 3 + 1 : kind >> 4
      bytes += forge.record(type: type, plain, announced: kind & 0x80 == 0 ? nil : source.word())
      records += 1
    }
    return (bytes, records)
  }

  /// Numbers that mostly nearly fit: a size, a count, page numbers, pages, and what stands behind.
  private static func plain(from source: inout ByteSource) -> [UInt8] {
    let flags = source.byte()
    if flags & 0x80 != 0 {
      let size = Forge.little(modest(source.word()))
      return Forge.padded(size + source.take(source.short() % 9000))
    }
    let size = flags & 1 == 0 ? UInt32(source.byte() % 32) : modest(source.word())
    let listed = Int(source.byte() % 12)
    var last: UInt32 = 0
    let numbers = (0..<listed).map { _ in
      last = flags & 2 == 0 ? last &+ UInt32(source.byte() % 3) : source.word()
      return last
    }
    let count = flags & 4 == 0 ? UInt32(listed) : source.word()
    let fill = source.byte()
    let pages = numbers.map { ($0, [UInt8](repeating: fill, count: flags & 8 == 0 ? 4096 : 64)) }
    var plain = Forge.plain(size: size, count: count, pages: pages)
    if flags & 16 != 0, !plain.isEmpty { plain[plain.count - 1 - source.short() % plain.count] ^= source.byte() }
    if flags & 32 != 0 { plain += [UInt8](repeating: source.byte(), count: 4096) }
    if flags & 64 != 0 { plain.removeLast(min(plain.count, source.short())) }
    return plain
  }

  /// A size that only the key's holder can ask for is taken at its word up to 4 GiB. Here it stays small, or beyond it.
  private static func modest(_ size: UInt32) -> UInt32 {
    size <= 1 << 20 ? size % 256 : size
  }
}
