import CSodium

/// Where random bytes come from: the system's generator in the program, a repeatable one in simulations.
package struct RandomSource: Sendable {
  package let fill: @Sendable (UnsafeMutableRawBufferPointer) -> Void

  package init(fill: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void) { self.fill = fill }

  /// The system's generator, through libsodium.
  package static let system = RandomSource { bytes in
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    randombytes_buf(base, bytes.count)
  }

  /// Random bytes for values that are not secret: nonces, salts, names.
  package func bytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    bytes.withUnsafeMutableBytes { fill($0) }
    return bytes
  }
}
