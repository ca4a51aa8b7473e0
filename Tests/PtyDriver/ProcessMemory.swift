import CPty
import Glibc

/// The memory of a running program, its guarded pages too.
package struct ProcessMemory {
  package let processID: Int32

  package init(of processID: Int32 = getpid()) { self.processID = processID }

  /// Whether this user may look into a program that forbids it: only root may.
  package static let mayLookIntoOthers: Bool = {
    guard geteuid() == 0, let session = try? PtySession("/bin/cat") else { return false }
    return ProcessMemory(of: session.processID).places(of: Masked("no such words")) != nil
  }()

  /// How often bytes stand in memory that the program can read, and in memory that is closed even to itself.
  package struct Places: Equatable, Sendable {
    package var open: Int
    package var guarded: Int

    package init(open: Int, guarded: Int) { (self.open, self.guarded) = (open, guarded) }

    package static let none = Places(open: 0, guarded: 0)
  }

  /// Nil when this user may not look.
  package func places(of wanted: Masked) -> Places? {
    let found = wanted.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        pty_find_in_memory(processID, pty_pattern(masked: $0, count: bytes.count, mask: Masked.mask))
      }
    }
    guard let found, found.open >= 0 else { return nil }
    return Places(open: found.open, guarded: found.guarded)
  }
}

/// Bytes that are looked for in memory, kept in a shape that is not found itself.
package struct Masked: Sendable {
  static let mask: UInt8 = 0x5A
  let bytes: [UInt8]

  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes.map { $0 ^ Self.mask } }
  package init(_ text: String) { bytes = text.utf8.map { $0 ^ Self.mask } }
}
