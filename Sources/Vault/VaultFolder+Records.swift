import Crypto

/// What the records of a vault say, before SQLite sees any of it.
package struct RecordsReport: Equatable, Sendable {
  /// Records that count.
  package var records: UInt64
  /// Where damage begins; nil when there is none.
  package var damage: VaultError?
  /// Bytes behind the last whole record, where a save was cut off.
  package var tornBytes: UInt64
  /// BLAKE2b-256 of the database that they make.
  package var databaseHash: [UInt8]
}

extension VaultFolder {
  /// Reads the records up to their end or to damage, and nothing else: for comparing readers of the format. Writes nothing.
  package func readRecords(credential: Credential) throws(VaultError) -> RecordsReport {
    try requireVault()
    let (_, image, reader) = try read(files, VaultNames.vault, credential, salvages: true)
    var bytes = [UInt8](repeating: 0, count: Int(image.pages) * Format.pageSize)
    _ = bytes.withUnsafeMutableBytes { image.read(into: $0, at: 0) }
    let hash = try inVault { () throws(CryptoError) in try BLAKE2b.hash(bytes) }
    return RecordsReport(
      records: reader.chain.sequence, damage: reader.findings.damage, tornBytes: reader.findings.tornBytes,
      databaseHash: hash)
  }
}
