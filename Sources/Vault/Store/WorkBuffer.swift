import CSystem
import Crypto
import Glibc

/// One stretch of memory in which a record is sealed or opened; wiped after each use.
final class WorkBuffer {
  private static let usualSize = 1 << 18
  private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// Lends `count` bytes. What they held before is gone.
  func with<Result>(
    _ count: Int, _ body: (UnsafeMutableRawBufferPointer) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if memory.count < count {
      release()
      let size = max(count, Self.usualSize)
      guard let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), base != MAP_FAILED
      else { throw .outOfMemory }
      _ = handrail_protect_memory(base, size)
      memory = UnsafeMutableRawBufferPointer(start: base, count: size)
    }
    let part = UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
    defer {
      Memory.wipe(part)
      if memory.count > Self.usualSize { release() }
    }
    return try body(part)
  }

  private func release() {
    guard let base = memory.baseAddress else { return }
    munmap(base, memory.count)
    memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  deinit { release() }
}
