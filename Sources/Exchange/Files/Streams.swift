/// Where bytes come from, one piece after the other.
package protocol ByteInput: AnyObject {
  /// Fills `room`. Fewer bytes come only at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(AgeError) -> Int
}

/// Where bytes go.
package protocol ByteOutput: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws(AgeError)
}

/// Bytes that are in memory already.
package final class BytesInput: ByteInput {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(room.count)
    room.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

/// Collects bytes in memory.
package final class BytesOutput: ByteOutput {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ piece: UnsafeRawBufferPointer) { bytes += piece }
}

extension ByteOutput {
  package func write(_ bytes: [UInt8]) throws(AgeError) {
    try bytes.withBufferBytes { (bytes) throws(AgeError) in try write(bytes) }
  }
}
