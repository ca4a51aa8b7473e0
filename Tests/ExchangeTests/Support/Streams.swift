@testable import Exchange

/// Zeros, without holding them.
final class Zeros: ByteInput {
  private var left: Int

  init(_ count: Int) { left = count }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(left, room.count)
    left -= count
    return count
  }
}

/// Counts, and keeps nothing.
final class Counter: ByteOutput {
  private(set) var count = 0
  private(set) var largest = 0

  func write(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    largest = max(largest, bytes.count)
  }
}
