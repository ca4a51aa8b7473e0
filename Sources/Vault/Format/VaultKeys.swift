import Crypto

/// The keys of an open vault: the data key, and what is derived from it for one file.
struct VaultKeys {
  let dataKey: SecretBytes
  let headerKey: SecretBytes
  let recordKey: SecretBytes

  init(dataKey: SecretBytes, fileID: [UInt8]) throws(VaultError) {
    self.dataKey = dataKey
    (headerKey, recordKey) = try inVault { () throws(CryptoError) in
      (
        try BLAKE2b.derive([UInt8]("handrail header v1".utf8) + fileID, from: dataKey),
        try BLAKE2b.derive([UInt8]("handrail records v1".utf8) + fileID, from: dataKey)
      )
    }
  }
}
