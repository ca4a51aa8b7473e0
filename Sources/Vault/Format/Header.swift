import Crypto

/// The first 4096 bytes of a vault, apart from the two checks at their end.
struct Header: Equatable {
  var version = Format.version
  var minReader = Format.minReader
  var suite = Format.suite
  /// Stays the same for the life of the vault.
  var vaultID: [UInt8]
  /// New at every rewrite.
  var fileID: [UInt8]
  var passphraseSlot: KeySlot
  var recoverySlot: KeySlot?

  /// Bytes 0..<32, which the slots' seals cover.
  var front: [UInt8] { Self.front(version: version, minReader: minReader, suite: suite, vaultID: vaultID) }

  static func front(
    version: UInt16 = Format.version, minReader: UInt16 = Format.minReader, suite: UInt32 = Format.suite,
    vaultID: [UInt8]
  ) -> [UInt8] {
    Format.magic + version.littleEndianBytes + minReader.littleEndianBytes + suite.littleEndianBytes + vaultID
  }

  /// All 4096 bytes, with the code of `headerKey` at the end.
  func bytes(headerKey: SecretBytes) throws(VaultError) -> [UInt8] {
    var bytes = front + fileID + passphraseSlot.bytes
    bytes += recoverySlot?.bytes ?? [UInt8](repeating: 0, count: KeySlot.size)
    bytes += [UInt8](repeating: 0, count: Self.checkOffset - bytes.count)
    bytes += try inVault { () throws(CryptoError) in try BLAKE2b.hash(bytes) }
    return bytes + BLAKE2b.code(bytes, key: headerKey)
  }

  static let slotOffset = 48
  static let recoveryOffset = slotOffset + KeySlot.size
  static let zerosOffset = recoveryOffset + KeySlot.size
  static let checkOffset = 4032
  static let codeOffset = 4064
}

/// What stands in the first 4096 bytes of a file.
enum HeaderReading {
  /// Whole, by its plain check. Only its code, under the key it leads to, tells that nobody forged it.
  case header(Header)
  /// The file does not begin as a vault does.
  case notAVault
  /// It begins as a vault, but the plain check does not fit.
  case damaged
  /// A later format.
  case newer(minReader: Int)

  init(_ bytes: [UInt8]) throws(VaultError) {
    guard bytes.starts(with: Format.magic) else {
      self = .notAVault
      return
    }
    guard bytes.count == Format.headerSize else {
      self = .damaged
      return
    }
    let check = try inVault { () throws(CryptoError) in try BLAKE2b.hash(Array(bytes[..<Header.checkOffset])) }
    guard check.elementsEqual(bytes[Header.checkOffset..<Header.codeOffset]) else {
      self = .damaged
      return
    }
    let version = UInt16(littleEndian: bytes, at: 8)
    let minReader = UInt16(littleEndian: bytes, at: 10)
    let suite = UInt32(littleEndian: bytes, at: 12)
    guard minReader <= Format.minReader, suite == Format.suite else {
      self = .newer(minReader: max(Int(minReader), Int(Format.minReader) + 1))
      return
    }
    let recovery = bytes[Header.recoveryOffset..<Header.zerosOffset]
    let hasZeros = bytes.withUnsafeBytes {
      Memory.isZero(UnsafeRawBufferPointer(rebasing: $0[Header.zerosOffset..<Header.checkOffset]))
    }
    guard minReader >= 1, version >= minReader, hasZeros else {
      self = .damaged
      return
    }
    self = .header(
      Header(
        version: version, minReader: minReader, suite: suite,
        vaultID: Array(bytes[16..<32]), fileID: Array(bytes[32..<48]),
        passphraseSlot: KeySlot(bytes[Header.slotOffset..<Header.recoveryOffset]),
        recoverySlot: recovery.allSatisfy { $0 == 0 } ? nil : KeySlot(recovery)))
  }
}
