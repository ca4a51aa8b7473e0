import Crypto

/// The sealed content of an age file: pieces of 64 KiB, each with its number and whether it is the last.
struct AgePayload {
  static let nonceCount = 16
  static let pieceCount = 1 << 16
  private static let sealedCount = pieceCount + ChaCha20Poly1305.tagCount
  /// Sealed pieces that are written at once: sealed they no longer fit the disk's pages, and each write costs.
  private static let gathered = 8

  private let key: SecretBytes
  private var number: UInt64 = 0

  init(fileKey: SecretBytes, nonce: [UInt8]) throws(AgeError) {
    key = try inAge { () throws(CryptoError) in
      try HKDF.key(from: fileKey, salt: nonce, info: Array("payload".utf8))
    }
  }

  private func nonce(last: Bool) -> [UInt8] {
    [0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) } + [last ? 1 : 0]
  }

  /// Seals all of `input`. Two pieces are held, for only the next one tells whether this is the last.
  mutating func seal(_ input: any ByteInput, into output: any ByteOutput) throws(AgeError) {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 2 * Self.pieceCount + Self.gathered * Self.sealedCount, alignment: 4096)
    defer { room.deallocate() }
    var piece = UnsafeMutableRawBufferPointer(rebasing: room[..<Self.pieceCount])
    var next = UnsafeMutableRawBufferPointer(rebasing: room[Self.pieceCount..<2 * Self.pieceCount])
    let sealed = UnsafeMutableRawBufferPointer(rebasing: room[(2 * Self.pieceCount)...])
    var waiting = 0
    var count = try input.read(into: piece)
    while true {
      let following = count == piece.count ? try input.read(into: next) : 0
      let text = UnsafeRawBufferPointer(rebasing: piece[..<count])
      let out = UnsafeMutableRawBufferPointer(rebasing: sealed[waiting...])
      ChaCha20Poly1305.seal(text, into: out, nonce: nonce(last: following == 0), key: key)
      waiting += count + ChaCha20Poly1305.tagCount
      if following == 0 || waiting == sealed.count {
        try output.write(UnsafeRawBufferPointer(rebasing: sealed[..<waiting]))
        waiting = 0
      }
      if following == 0 { return }
      swap(&piece, &next)
      count = following
      number += 1
    }
  }

  /// Opens all of `input`. Each piece is given out only once it is proven.
  mutating func open(_ input: BufferedInput, into output: any ByteOutput) throws(AgeError) {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.sealedCount + Self.pieceCount, alignment: 4096)
    defer { room.deallocate() }
    let sealed = UnsafeMutableRawBufferPointer(rebasing: room[..<Self.sealedCount])
    let text = UnsafeMutableRawBufferPointer(rebasing: room[Self.sealedCount...])
    while true {
      let count = try input.read(into: sealed)
      let isLast = count < sealed.count ? true : try input.isAtEnd
      let piece = UnsafeRawBufferPointer(rebasing: sealed[..<count])
      guard ChaCha20Poly1305.open(piece, into: text, nonce: nonce(last: isLast), key: key) else {
        throw .payload(fault(in: piece, wasLast: isLast, text))
      }
      guard count > ChaCha20Poly1305.tagCount || number == 0 else { throw .payload(.emptyLast) }
      try output.write(UnsafeRawBufferPointer(rebasing: text[..<(count - ChaCha20Poly1305.tagCount)]))
      if isLast { return }
      number += 1
    }
  }

  /// What is wrong with a piece that does not open.
  private func fault(
    in piece: UnsafeRawBufferPointer, wasLast: Bool, _ text: UnsafeMutableRawBufferPointer
  ) -> AgeError.PayloadFault {
    if piece.count < ChaCha20Poly1305.tagCount { return .cut }
    let fitsOtherwise = ChaCha20Poly1305.open(piece, into: text, nonce: nonce(last: !wasLast), key: key)
    return fitsOtherwise ? (wasLast ? .cut : .trailing) : .changed(Int(number))
  }
}
