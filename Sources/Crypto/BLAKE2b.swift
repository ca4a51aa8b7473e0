import CSodium

/// BLAKE2b, keyed and not, with outputs of 16 to 64 bytes.
package enum BLAKE2b {
  /// The hash of `bytes`, 32 bytes unless said otherwise.
  package static func hash(_ bytes: UnsafeRawBufferPointer, count: Int = 32) throws(CryptoError) -> [UInt8] {
    try Sodium.start()
    var result = [UInt8](repeating: 0, count: count)
    crypto_generichash(&result, count, bytes.asBytes, UInt64(bytes.count), nil, 0)
    return result
  }

  /// The hash of `bytes`, 32 bytes unless said otherwise.
  package static func hash(_ bytes: [UInt8], count: Int = 32) throws(CryptoError) -> [UInt8] {
    try bytes.withBufferBytes { (raw) throws(CryptoError) in try hash(raw, count: count) }
  }

  /// The hash of `bytes` under `key` (16 to 64 bytes): an authentication code.
  package static func code(_ bytes: [UInt8], key: SecretBytes, count: Int = 32) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: count)
    key.withBytes { key in
      _ = crypto_generichash(&result, count, bytes, UInt64(bytes.count), key.asBytes, key.count)
    }
    return result
  }

  /// A key of 32 bytes for one purpose, named by `label`, from `key`.
  package static func derive(_ label: [UInt8], from key: SecretBytes) throws(CryptoError) -> SecretBytes {
    let result = try SecretBytes(count: 32)
    result.withMutableBytes { out in
      key.withBytes { key in
        guard let out = out.asBytes else { return }
        crypto_generichash(out, 32, label, UInt64(label.count), key.asBytes, key.count)
      }
    }
    return result
  }
}

extension UnsafeRawBufferPointer {
  var asBytes: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

extension UnsafeMutableRawBufferPointer {
  var asBytes: UnsafeMutablePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

extension [UInt8] {
  /// `withUnsafeBytes` with a typed error.
  package func withBufferBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (buffer) throws(Failure) in try body(UnsafeRawBufferPointer(buffer)) }
  }
}
