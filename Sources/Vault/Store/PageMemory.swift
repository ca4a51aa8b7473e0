import Crypto

/// Zeroed memory that grows piece by piece, so that growing never copies. Kept out of core dumps, out of swap where
/// the limits allow it, and wiped when it shrinks or is let go.
final class PageMemory {
  static let pieceSize = 1 << 18
  /// Pieces that stay when it shrinks: a use again and again does not go through the system each time.
  private let spare: Int
  private var pieces: [UnsafeMutableRawPointer] = []
  /// Bytes in use.
  private(set) var count = 0
  /// False once the system refused to keep a piece out of swap.
  private(set) var isLocked = true

  init(spare: Int = 1) { self.spare = spare }

  /// Grows with zeros, or shrinks. Throws when there is no memory; then nothing has changed.
  func resize(to newCount: Int) throws(VaultError) {
    let needed = (newCount + Self.pieceSize - 1) / Self.pieceSize
    if pieces.count < needed {
      // All that is missing in one stretch: a vault is read into a memory of known size.
      guard let block = SystemPages(count: (needed - pieces.count) * Self.pieceSize) else { throw .outOfMemory }
      if !block.isLocked { isLocked = false }
      for offset in stride(from: 0, to: block.memory.count, by: Self.pieceSize) {
        block.memory.baseAddress.map { pieces.append($0 + offset) }
      }
    }
    if newCount < count { wipe(newCount..<count) }
    release(downTo: max(needed, min(spare, pieces.count)))
    count = newCount
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
    forEachPart(of: offset..<offset + buffer.count) { part, memory in
      UnsafeMutableRawBufferPointer(rebasing: buffer[part]).copyMemory(from: UnsafeRawBufferPointer(memory))
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    forEachPart(of: offset..<offset + bytes.count) { part, memory in
      memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[part]))
    }
  }

  /// The address of the 4096 bytes of page `index` (from 0); a page never crosses two pieces.
  func page(_ index: Int) -> UnsafeMutableRawPointer {
    let offset = index * Format.pageSize
    precondition(offset + Format.pageSize <= count)
    return pieces[offset / Self.pieceSize] + offset % Self.pieceSize
  }

  private func wipe(_ range: Range<Int>) {
    forEachPart(of: range) { _, memory in Memory.wipe(memory) }
  }

  /// Calls `body` with each stretch of `range` that lies in one piece: its place in the range, and its memory.
  private func forEachPart(of range: Range<Int>, _ body: (Range<Int>, UnsafeMutableRawBufferPointer) -> Void) {
    guard !range.isEmpty else { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= pieces.count * Self.pieceSize)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let inPiece = offset % Self.pieceSize
      let length = min(Self.pieceSize - inPiece, range.upperBound - offset)
      let start = offset - range.lowerBound
      body(
        start..<start + length,
        UnsafeMutableRawBufferPointer(start: pieces[offset / Self.pieceSize] + inPiece, count: length))
      offset += length
    }
  }

  /// Gives the last pieces back, those that lie side by side in one go.
  private func release(downTo kept: Int) {
    while pieces.count > kept {
      var (base, size) = (pieces.removeLast(), Self.pieceSize)
      while pieces.count > kept, let last = pieces.last, last + Self.pieceSize == base {
        base = pieces.removeLast()
        size += Self.pieceSize
      }
      SystemPages.giveBack(base, count: size)
    }
  }

  deinit {
    wipe(0..<count)
    release(downTo: 0)
  }
}
