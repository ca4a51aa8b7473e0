import CSystem
import Glibc

/// Zeroed memory straight from the system: kept out of core dumps and, where the limits allow it, out of swap.
struct SystemPages {
  let memory: UnsafeMutableRawBufferPointer
  /// False when the system did not keep all of it out of swap.
  let isLocked: Bool
  private static let hugePage = 2 << 20

  /// `count` bytes, whole pages. Nil when there is no memory.
  init?(count: Int) {
    // A large stretch begins where the processor's large pages do: the system then gives it in a few pieces, not in
    // thousands.
    let isLarge = count >= Self.hugePage
    let room = isLarge ? count + Self.hugePage : count
    guard let found = mmap(nil, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), found != MAP_FAILED
    else { return nil }
    let before = isLarge ? -Int(bitPattern: found) & (Self.hugePage - 1) : 0
    let base = found + before
    if before > 0 { munmap(found, before) }
    if room - before > count { munmap(base + count, room - before - count) }
    memory = UnsafeMutableRawBufferPointer(start: base, count: count)
    if isLarge { madvise(base, count, MADV_HUGEPAGE) }
    isLocked = handrail_protect_memory(base, count) == 0
  }

  /// Gives `count` bytes from `base` on back; they may be a part of what was got.
  static func giveBack(_ base: UnsafeMutableRawPointer, count: Int) { munmap(base, count) }
}
