/// The numbers of the vault's file format, version 1. Its full description is the page "The vault's file format".
enum Format {
  static let version: UInt16 = 1
  static let minReader: UInt16 = 1
  static let suite: UInt32 = 1
  static let magic = [UInt8]("HANDRAIL".utf8)
  static let recordMagic = [UInt8]("HRC1".utf8)
  static let pageSize = 4096
  static let headerSize = 4096
  /// The magic, type, length and nonce before a record's ciphertext.
  static let recordHeadSize = 40
  /// Everything in a record that is not ciphertext: the head and the tag.
  static let recordOverhead = 56
  /// A snapshot record stays below this many bytes.
  static let snapshotLimit = 16 << 20
  /// The largest database: 4 GiB.
  static let maxPages: UInt32 = 1 << 20
}

/// Little-endian numbers in byte strings.
extension FixedWidthInteger {
  /// The bytes of the number, the lowest first.
  var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { [UInt8]($0) } }

  /// The number that starts at `offset`. The bytes must be there.
  init(littleEndian bytes: some Collection<UInt8>, at offset: Int = 0) {
    self = bytes.dropFirst(offset).prefix(Self.bitWidth / 8).reversed().reduce(0) { $0 << 8 | Self($1) }
  }
}

extension UnsafeRawBufferPointer {
  func littleEndian32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

extension UnsafeMutableRawBufferPointer {
  func storeLittleEndian32(_ number: UInt32, at offset: Int) {
    storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
  }
}
