/// What can be told of a vault without its passphrase. None of it is vouched for.
package struct VaultInfo: Equatable, Sendable {
  package var version: Int
  package var minReader: Int
  package var kdf: KDFSettings
  package var hasRecoveryWords: Bool
  /// Bytes of the vault file.
  package var size: UInt64
  /// Seconds since 1970 of the last save.
  package var modified: Int64
  /// Records that seem to be there.
  package var records: UInt64
}

extension VaultFolder {
  /// Reads what is not sealed.
  package func info() throws(VaultError) -> VaultInfo {
    try requireVault()
    let (file, status, bytes) = try inVault { () throws(FileError) in
      let file = try files.open(VaultNames.vault, .read)
      return (file, try file.status(), try file.bytes(at: 0, count: Format.headerSize))
    }
    switch try HeaderReading(bytes) {
    case .notAVault: throw .notAVault
    case .damaged: throw .headerDamaged
    case .newer(let minReader): throw .newerVault(minReader: minReader)
    case .header(let header):
      return VaultInfo(
        version: Int(header.version), minReader: Int(header.minReader),
        kdf: header.passphraseSlot.kdf,
        hasRecoveryWords: header.recoverySlot != nil, size: status.size, modified: status.modified,
        records: try countRecords(in: file, size: status.size))
    }
  }

  private func countRecords(in file: any File, size: UInt64) throws(VaultError) -> UInt64 {
    var offset = UInt64(Format.headerSize)
    var count: UInt64 = 0
    while offset < size {
      let bytes = try inVault { () throws(FileError) in try file.bytes(at: offset, count: Format.recordHeadSize) }
      guard let head = RecordHead(bytes), head.recordSize <= size - offset else { break }
      count += 1
      offset += head.recordSize
    }
    return count
  }
}
