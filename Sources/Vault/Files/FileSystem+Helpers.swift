import Glibc

extension File {
  /// All bytes of a small piece, or fewer at the end of the file.
  func bytes(at offset: UInt64, count: Int) throws(FileError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { buffer.deallocate() }
    let read = try read(into: buffer, at: offset)
    return [UInt8](buffer[..<read])
  }

  func write(_ bytes: [UInt8], at offset: UInt64) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
      try write(UnsafeRawBufferPointer(bytes), at: offset)
    }
  }

  /// Copies `count` bytes from `offset` on to the start of `target`.
  func copy(from offset: UInt64 = 0, count: UInt64, to target: any File) throws(FileError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { buffer.deallocate() }
    var done: UInt64 = 0
    while done < count {
      let wanted = Int(min(UInt64(buffer.count), count - done))
      let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: offset + done)
      guard read > 0 else { throw FileError(code: EIO) }
      try target.write(UnsafeRawBufferPointer(rebasing: buffer[..<read]), at: done)
      done += UInt64(read)
    }
  }
}

extension FileSystem {
  func exists(_ name: String) throws(FileError) -> Bool { try status(of: name) != nil }

  func removeIfPresent(_ name: String) throws(FileError) {
    do {
      try remove(name)
    } catch  where error.code == ENOENT {
      return
    }
  }

  /// The first free name of `stem`, `stem-2`, `stem-3` …
  func freeName(_ stem: String) throws(FileError) -> String {
    let taken = Set(try names())
    guard taken.contains(stem) else { return stem }
    var number = 2
    while taken.contains("\(stem)-\(number)") { number += 1 }
    return "\(stem)-\(number)"
  }
}
