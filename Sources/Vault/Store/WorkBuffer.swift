import Crypto

/// One stretch of memory in which a record is sealed or opened.
final class WorkBuffer {
  /// What stays between two uses: the record of some hundred entries.
  private static let usualSize = 1 << 20
  /// For a series of large records: the memory stays until the buffer is let go, and is wiped then.
  private let isForSeries: Bool
  private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// Wiped after each use, unless it is for a series.
  init(isForSeries: Bool = false) { self.isForSeries = isForSeries }

  /// Lends `count` bytes. What they held before is not to be relied on.
  func with<Result>(
    _ count: Int, _ body: (UnsafeMutableRawBufferPointer) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if memory.count < count {
      release()
      let pages = (max(count, Self.usualSize) + Format.pageSize - 1) / Format.pageSize
      guard let fresh = SystemPages(count: pages * Format.pageSize) else { throw .outOfMemory }
      memory = fresh.memory
    }
    let part = UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
    defer {
      if !isForSeries {
        Memory.wipe(part)
        if memory.count > Self.usualSize { release() }
      }
    }
    return try body(part)
  }

  private func release() {
    guard let base = memory.baseAddress else { return }
    if isForSeries { Memory.wipe(memory) }
    SystemPages.giveBack(base, count: memory.count)
    memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  deinit { release() }
}
