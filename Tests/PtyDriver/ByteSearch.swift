import CPty

/// Finds bytes in bytes, fast also where nothing is optimised.
package enum ByteSearch {
  /// The index after the first `wanted` at or after `start`.
  package static func end(of wanted: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard start <= bytes.count else { return nil }
    let found = bytes.withUnsafeBytes { bytes in
      wanted.withUnsafeBytes {
        pty_find(bytes.baseAddress.map { $0 + start }, bytes.count - start, $0.baseAddress, $0.count)
      }
    }
    return found < 0 ? nil : start + found + wanted.count
  }
}
