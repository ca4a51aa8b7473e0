import Crypto
import Vault

/// Seals whatever it is given as a record of a real vault: what nobody without the key can make. Follows the page "The
/// vault's file format", not the program's own writer.
package struct Forge {
  package static let passphrase = "trial"
  package static let pageSize = 4096
  package let vaultID: [UInt8]
  package let fileID: [UInt8]
  /// Bytes 0..<4096.
  package let header: [UInt8]
  package let dataKeyBytes: [UInt8]
  private let recordKey: SecretBytes
  private var sequence: UInt64 = 0
  private var previousTag: [UInt8]
  private var random: TrialRandom

  package init(seed: UInt64) throws {
    var random = TrialRandom(seed: seed)
    (vaultID, fileID, dataKeyBytes) = (random.bytes(16), random.bytes(16), random.bytes(32))
    let dataKey = try SecretBytes(copying: dataKeyBytes)
    let front = Array("HANDRAIL".utf8) + [1, 0, 1, 0, 1, 0, 0, 0] + vaultID
    let slot = Self.little(UInt64(2)) + Self.little(UInt64(19 << 20)) + random.bytes(16)
    let nonce = random.bytes(24)
    let context = VaultContext.trial(seed: seed)
    let slotKey = try context.slotKey(Self.secret(), Array(slot[16...]), 2, 19 << 20)
    let sealed = try XChaCha20Poly1305.sealed(dataKey, nonce: nonce, additional: front + slot, key: slotKey)
    let start = front + fileID + slot + nonce + sealed
    header = try Self.closed(start + [UInt8](repeating: 0, count: 4032 - start.count), dataKey: dataKey)
    recordKey = try BLAKE2b.derive(Array("handrail records v1".utf8) + fileID, from: dataKey)
    previousTag = Array(header[4064..<4080])
    self.random = random
  }

  /// The first 4032 bytes of a header with its plain check and its code.
  static func closed(_ start: [UInt8], dataKey: SecretBytes) throws -> [UInt8] {
    let checked = start + (try BLAKE2b.hash(start))
    let key = try BLAKE2b.derive(Array("handrail header v1".utf8) + start[32..<48], from: dataKey)
    return checked + BLAKE2b.code(checked, key: key)
  }

  package static func secret() throws -> SecretBytes { try SecretBytes(copying: Array(passphrase.utf8)) }
  package static func credential() throws -> Credential { .passphrase(try secret()) }

  /// `plain` as the next record, sealed as it is: it may break any rule of the format. `announced` is a length to say in
  /// place of the true one.
  package mutating func record(type: UInt8, _ plain: [UInt8], announced: UInt32? = nil) -> [UInt8] {
    let length = Self.little(announced ?? UInt32(plain.count))
    let nonce = random.bytes(24)
    let additional =
      Array("HRC1".utf8) + vaultID + fileID + Self.little(sequence) + previousTag + [type] + length
    var sealed = plain + [UInt8](repeating: 0, count: 16)
    sealed.withUnsafeMutableBytes {
      XChaCha20Poly1305.seal($0, nonce: nonce, additional: additional, key: recordKey)
    }
    sequence += 1
    previousTag = Array(sealed.suffix(16))
    return Array("HRC1".utf8) + [type, 0, 0, 0] + length + [0, 0, 0, 0] + nonce + sealed
  }

  /// The plain text of a record: as few zeros behind it as the length rule allows.
  package static func plain(size: UInt32, count: UInt32? = nil, pages: [(UInt32, [UInt8])]) -> [UInt8] {
    let content =
      little(size) + little(count ?? UInt32(pages.count)) + pages.flatMap { little($0.0) } + pages.flatMap { $0.1 }
    return padded(content)
  }

  package static func padded(_ content: [UInt8]) -> [UInt8] {
    let whole = (content.count + 56 + pageSize - 1) / pageSize * pageSize
    return content + [UInt8](repeating: 0, count: whole - 56 - content.count)
  }

  package static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
  }

  /// A whole vault that holds `image` in one snapshot.
  package static func vault(image: [UInt8], seed: UInt64 = 1) throws -> [UInt8] {
    var forge = try Forge(seed: seed)
    let pages = image.count / pageSize
    let all = (0..<pages).map { (UInt32($0 + 1), Array(image[$0 * pageSize..<($0 + 1) * pageSize])) }
    return forge.header + forge.record(type: 1, plain(size: UInt32(pages), pages: all))
  }
}
