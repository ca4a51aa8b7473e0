import Exchange
import Glibc

/// A file that a person names for reading: looked at before a byte of it is read, so that a folder, a pipe or something huge
/// is told as such.
package enum GivenFile {
  /// A file that begins as asked may be larger.
  package static func read(
    _ path: String, limit: Int, orUpTo more: Int, where isAhead: ([UInt8]) -> Bool
  ) throws(Departure) -> [UInt8] {
    guard try size(path) > limit else { return try read(path, limit: limit) }
    let start = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
    defer { start.deallocate() }
    let count = (try? FileInput(path).read(into: start)) ?? 0
    return try read(path, limit: isAhead(Array(start[..<count])) ? more : limit)
  }

  package static func read(_ path: String, limit: Int) throws(Departure) -> [UInt8] {
    guard try size(path) <= limit else { throw tooLarge(limit) }
    switch PlainFile.read(path, limit: limit) {
    case .success(let bytes): return bytes
    case .failure(.tooLarge): throw tooLarge(limit)
    case .failure:
      throw .failed(
        Failure("That file may not be read.", safe: nothing, next: "Check who owns it.", code: 77))
    }
  }

  private static func size(_ path: String) throws(Departure) -> Int {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw .failed(
        Failure("There is no file at that place.", safe: nothing, next: "Check the path.", code: 66))
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw .failed(Failure("That is a folder, not a file.", safe: nothing, next: "Name a file in it.", code: 66))
    default:
      throw .failed(Failure("That is a pipe or a device, not a file.", safe: nothing, code: 66))
    }
    return Int(info.st_size)
  }

  private static let nothing = "Nothing was changed."

  private static func tooLarge(_ limit: Int) -> Departure {
    .failed(
      Failure(
        "That file is larger than \(limit >> 20) MB, which is more than Handrail reads at once.", safe: nothing,
        next: "Split it, and bring in the parts one after the other.", code: 65))
  }
}
