import CUTF8Proc

/// Brings a typed passphrase into the one form that keys are derived from.
package enum Passphrase {
  /// `raw` in UTF-8 normalisation form C, so that the same letters typed on another keyboard open the same vault.
  /// ASCII is left as it is. All work happens in wiped memory.
  package static func normalised(_ raw: SecretBytes) throws(CryptoError) -> SecretBytes {
    if raw.withBytes({ $0.allSatisfy { $0 < 0x80 } }) { return raw }
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    // The first pass only counts the code points; the second needs room for them and for their UTF-8.
    let needed = raw.withBytes { decompose($0, into: nil, room: 0, options) }
    guard needed >= 0 else { throw .notUTF8 }
    let work = try SecretBytes(count: (needed + 1) * MemoryLayout<utf8proc_int32_t>.stride)
    let count = work.withMutableBytes { work in
      work.withMemoryRebound(to: utf8proc_int32_t.self) { points in
        let found = raw.withBytes { decompose($0, into: points.baseAddress, room: needed, options) }
        guard found >= 0 else { return found }
        return utf8proc_reencode(points.baseAddress, found, options)
      }
    }
    guard count >= 0 else { throw .notUTF8 }
    return try work.withBytes { (work) throws(CryptoError) in
      try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: work[..<count]))
    }
  }

  private static func decompose(
    _ bytes: UnsafeRawBufferPointer, into points: UnsafeMutablePointer<utf8proc_int32_t>?, room: Int,
    _ options: utf8proc_option_t
  ) -> Int {
    bytes.withMemoryRebound(to: UInt8.self) {
      utf8proc_decompose($0.baseAddress, $0.count, points, room, options)
    }
  }
}
