import Crypto

/// What a record is for.
enum RecordType: UInt8 {
  case snapshot = 1
  case commit = 2
  case cleanClose = 3
}

/// The 40 bytes before a record's ciphertext.
struct RecordHead: Equatable {
  var type: RecordType
  /// The length of the ciphertext in bytes.
  var length: UInt32
  var nonce: [UInt8]

  /// Nil when the bytes cannot be the start of a record.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Format.recordHeadSize, bytes.starts(with: Format.recordMagic),
      let type = RecordType(rawValue: bytes[4]), bytes[5..<8].allSatisfy({ $0 == 0 }),
      bytes[12..<16].allSatisfy({ $0 == 0 })
    else { return nil }
    self.type = type
    length = UInt32(littleEndian: bytes, at: 8)
    nonce = Array(bytes[16..<40])
    guard length >= 8, recordSize.isMultiple(of: UInt64(Format.pageSize)) else { return nil }
  }

  init(type: RecordType, length: UInt32, nonce: [UInt8]) {
    self.type = type
    self.length = length
    self.nonce = nonce
  }

  var bytes: [UInt8] {
    Format.recordMagic + [type.rawValue, 0, 0, 0] + length.littleEndianBytes + [0, 0, 0, 0] + nonce
  }

  /// The whole record in the file, a multiple of 4096 bytes.
  var recordSize: UInt64 { UInt64(length) + UInt64(Format.recordOverhead) }
}

/// Where a record stands in its vault. It is sealed together with the record, so that none can be moved or left out.
struct RecordChain: Equatable {
  let vaultID: [UInt8]
  let fileID: [UInt8]
  /// The number of the next record, from 0.
  var sequence: UInt64 = 0
  /// The last record's tag; before the first record, the first 16 bytes of the header's code.
  var previousTag: [UInt8]

  init(header: Header, headerBytes: [UInt8]) {
    vaultID = header.vaultID
    fileID = header.fileID
    previousTag = Array(headerBytes[Header.codeOffset..<Header.codeOffset + 16])
  }

  func additional(for head: RecordHead) -> [UInt8] {
    #if HANDRAIL_MUTATIONS
      if let weaker = Mutation.additional(self, head) { return weaker }
    #endif
    return Format.recordMagic + vaultID + fileID + sequence.littleEndianBytes + previousTag + [head.type.rawValue]
      + head.length.littleEndianBytes
  }

  mutating func advance(tag: [UInt8]) {
    sequence += 1
    previousTag = tag
  }
}
