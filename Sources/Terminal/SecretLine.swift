import CReadline

/// Bytes of a passphrase in a buffer that is wiped when it is let go. Never turned into a `String` here.
package final class SecretLine {
  private let storage: UnsafeMutableRawBufferPointer
  /// How many bytes are in use.
  package private(set) var count = 0

  /// Room for `capacity` bytes; more are refused by `append`.
  package init(capacity: Int = 1024) {
    storage = .allocate(byteCount: capacity, alignment: 16)
    storage.initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// A copy of the bytes of `text`, for scripted consoles and passphrase files.
  package convenience init(copying bytes: some Collection<UInt8>) {
    self.init(capacity: max(bytes.count, 16))
    for byte in bytes { append(byte) }
  }

  @discardableResult package func append(_ byte: UInt8) -> Bool {
    guard count < storage.count else { return false }
    storage[count] = byte
    count += 1
    return true
  }

  package func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }

  /// Takes away the last character, all bytes of it.
  package func removeLast() {
    while count > 0 {
      count -= 1
      let byte = storage[count]
      storage[count] = 0
      if byte & 0xC0 != 0x80 { return }
    }
  }

  package func wipe() {
    if let base = storage.baseAddress { hr_wipe(base, storage.count) }
    count = 0
  }

  deinit {
    wipe()
    storage.deallocate()
  }
}
