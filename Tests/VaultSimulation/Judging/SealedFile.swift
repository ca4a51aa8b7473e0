import Crypto
import Vault

/// A vault file taken apart by the description of its format alone, without the code that it is to judge.
package struct SealedFile {
  package let bytes: [UInt8]

  /// Nil when the bytes are not the start of a vault.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4096, bytes.starts(with: Array("HANDRAIL".utf8)) else { return nil }
    self.bytes = bytes
  }

  /// Where whole records stand, one after the other from the first on, by their heads alone.
  package var records: [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 4096
    while offset + 40 <= bytes.count, bytes[offset..<offset + 4].elementsEqual(Array("HRC1".utf8)) {
      let end = offset + 56 + Int(number(offset + 8))
      guard end <= bytes.count, end.isMultiple(of: 4096) else { break }
      found.append(offset..<end)
      offset = end
    }
    return found
  }

  /// The data key that a credential leads to in the header; nil when it is another's.
  func dataKey(for credential: Credential) -> SecretBytes? {
    let secret: SecretBytes
    let offset: Int
    switch credential {
    case .passphrase(let typed): (secret, offset) = (typed, 48)
    case .recoveryWords(let words): (secret, offset) = (words.secret, 152)
    case .dataKey(let key): return key
    }
    let slot = Array(bytes[offset..<offset + 104])
    guard slot.contains(where: { $0 != 0 }),
      let key = try? VaultContext.simulated(seed: 0).slotKey(secret, Array(slot[16..<32]), 0, 0)
    else { return nil }
    return try? XChaCha20Poly1305.opened(
      Array(slot[56...]), nonce: Array(slot[32..<56]), additional: Array(bytes[..<32]) + slot[..<32], key: key)
  }

  /// The key of the records, when `dataKey` fits the header.
  func recordKey(_ dataKey: SecretBytes) -> SecretBytes? {
    guard let headerKey = derived("handrail header v1", dataKey),
      BLAKE2b.code(Array(bytes[..<4064]), key: headerKey).elementsEqual(bytes[4064..<4096])
    else { return nil }
    return derived("handrail records v1", dataKey)
  }

  /// What the record before `index` hands on: its tag, or at the start the code of the header.
  func tag(before index: Int) -> [UInt8] {
    index == 0 ? Array(bytes[4064..<4080]) : Array(bytes[records[index - 1]].suffix(16))
  }

  func additional(_ index: Int, previous: [UInt8], type: UInt8, length: UInt32) -> [UInt8] {
    Array("HRC1".utf8) + bytes[16..<48] + Self.little(UInt64(index)) + previous + [type] + Self.little(length)
  }

  static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  func number(_ offset: Int) -> UInt32 { bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) } }

  private func derived(_ label: String, _ key: SecretBytes) -> SecretBytes? {
    try? BLAKE2b.derive(Array(label.utf8) + bytes[32..<48], from: key)
  }
}

extension SimulatedDisk {
  /// A file as a vault; nil when it is none.
  func sealed(_ name: String) -> SealedFile? { content(name).flatMap { SealedFile($0) } }
}
