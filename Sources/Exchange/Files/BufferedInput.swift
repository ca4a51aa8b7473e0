/// Looks ahead in an input, and reads lines off it. Holds at most `room` bytes.
final class BufferedInput: ByteInput {
  private let source: any ByteInput
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
  private var held: Range<Int> = 0..<0
  static let room = 1 << 14

  init(_ source: any ByteInput) { self.source = source }

  /// Up to `count` bytes that come next, without taking them.
  func peek(_ count: Int) throws(AgeError) -> [UInt8] {
    precondition(count <= Self.room)
    if held.count < count { try fill() }
    return Array(buffer[held].prefix(count))
  }

  var isAtEnd: Bool {
    get throws(AgeError) {
      if held.isEmpty { try fill() }
      return held.isEmpty
    }
  }

  func skip(_ count: Int) { held = min(held.lowerBound + count, held.upperBound)..<held.upperBound }

  func read(into room: UnsafeMutableRawBufferPointer) throws(AgeError) -> Int {
    let piece = min(held.count, room.count)
    room.copyBytes(from: buffer[held].prefix(piece))
    skip(piece)
    guard piece < room.count else { return piece }
    return piece + (try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[piece...])))
  }

  enum Line { case whole([UInt8]), cut([UInt8]), tooLong }

  /// The next line without its line feed; `cut` where the input ends before one. Longer ones than `limit` are not read.
  func line(limit: Int) throws(AgeError) -> Line {
    var line: [UInt8] = []
    while try !isAtEnd {
      let piece = buffer[held]
      let end = piece.firstIndex(of: 10)
      line += piece[..<(end ?? piece.endIndex)]
      guard line.count <= limit else { return .tooLong }
      held = (end.map { $0 + 1 } ?? piece.endIndex)..<held.upperBound
      if end != nil { return .whole(line) }
    }
    return .cut(line)
  }

  /// Moves what is held to the front, and reads on behind it.
  private func fill() throws(AgeError) {
    let kept = held.count
    UnsafeMutableRawBufferPointer(rebasing: buffer[..<kept]).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: buffer[held]))
    held = 0..<kept
    held = 0..<(kept + (try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))))
  }

  deinit { buffer.deallocate() }
}
