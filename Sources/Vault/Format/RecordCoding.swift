import Crypto

/// What an opened record says. `pages` and their contents stay in the buffer that was opened.
struct RecordContent {
  let databasePages: UInt32
  let pages: [UInt32]
  /// Where the first page's 4096 bytes begin in the plain text.
  var firstPageOffset: Int { 8 + 4 * pages.count }

  /// Nil when the plain text breaks a rule of the format.
  init?(_ plain: UnsafeRawBufferPointer, type: RecordType) {
    #if HANDRAIL_MUTATIONS
      let plain = Mutation.withoutPadding(plain)
    #endif
    guard plain.count >= 8 else { return nil }
    databasePages = plain.littleEndian32(at: 0)
    let count = plain.littleEndian32(at: 4)
    guard databasePages <= Format.maxPages, count <= databasePages, type != .cleanClose || count == 0 else {
      return nil
    }
    // At most 2^20 pages: the product cannot overflow.
    let end = 8 + Int(count) * (4 + Format.pageSize)
    guard end <= plain.count, Memory.isZero(UnsafeRawBufferPointer(rebasing: plain[end...])) else { return nil }
    pages = (0..<Int(count)).map { plain.littleEndian32(at: 8 + 4 * $0) }
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .pageNumbersUnchecked, pages.allSatisfy({ 1...databasePages ~= $0 }) { return }
    #endif
    var last: UInt32 = 0
    for page in pages {
      guard page > last, page <= databasePages else { return nil }
      last = page
    }
  }
}

enum RecordCoding {
  /// How many bytes a record of `pages` pages takes in the file.
  static func size(pages: Int) -> Int {
    let content = Format.recordOverhead + 8 + pages * (4 + Format.pageSize)
    return (content + Format.pageSize - 1) / Format.pageSize * Format.pageSize
  }

  /// Makes a whole record in `buffer`, which has exactly its size, and returns the tag.
  static func encode(
    _ type: RecordType, databasePages: UInt32, pages: [UInt32], from image: Image,
    chain: RecordChain, key: SecretBytes, nonce: [UInt8], into buffer: UnsafeMutableRawBufferPointer
  ) -> [UInt8] {
    #if HANDRAIL_MUTATIONS
      let nonce = Mutation.active == .nonceReuse ? [UInt8](repeating: 1, count: 24) : nonce
    #endif
    precondition(buffer.count == size(pages: pages.count))
    let head = RecordHead(type: type, length: UInt32(buffer.count - Format.recordOverhead), nonce: nonce)
    buffer.copyBytes(from: head.bytes)
    let sealed = UnsafeMutableRawBufferPointer(rebasing: buffer[Format.recordHeadSize...])
    let plain = UnsafeMutableRawBufferPointer(rebasing: sealed.dropLast(XChaCha20Poly1305.tagCount))
    plain.storeLittleEndian32(databasePages, at: 0)
    plain.storeLittleEndian32(UInt32(pages.count), at: 4)
    var offset = 8
    for page in pages {
      plain.storeLittleEndian32(page, at: offset)
      offset += 4
    }
    for page in pages {
      image.copyPage(page, into: UnsafeMutableRawBufferPointer(rebasing: plain[offset..<offset + Format.pageSize]))
      offset += Format.pageSize
    }
    Memory.wipe(UnsafeMutableRawBufferPointer(rebasing: plain[offset...]))
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .paddingIgnored, offset < plain.count { plain[plain.count - 1] = 7 }
    #endif
    XChaCha20Poly1305.seal(sealed, nonce: nonce, additional: chain.additional(for: head), key: key)
    return Array(buffer.suffix(XChaCha20Poly1305.tagCount))
  }
}
