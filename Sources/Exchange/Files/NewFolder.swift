import Crypto
import Glibc

/// A folder that appears under its name only when all of its files are on the disk. Nothing that is there is replaced.
package enum NewFolder {
  package static func write(_ files: [NamedBytes], to path: String) throws(AgeError) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else { throw .file(.notAFile) }
    let above = String(path.dropLast(name.count))
    if let trouble = inTheWay(String(path)) { throw .file(trouble) }
    let mark = RandomSource.system.bytes(5).map { String($0 & 31, radix: 32) }.joined()
    let temporary = "\(above).handrail-\(mark).part"
    guard mkdir(temporary, 0o700) == 0 else {
      throw .file([ENOENT, ENOTDIR].contains(errno) ? .noFolder : .cannotCreate(errno))
    }
    do throws(AgeError) {
      for file in files {
        let new = try NewFile("\(temporary)/\(file.name)")
        try new.write(file.bytes)
        try new.finish()
      }
      try sync(temporary)
      // Over a folder with something in it, and over anything else, no folder can be renamed.
      if let trouble = inTheWay(String(path)) { throw .file(trouble) }
      guard rename(temporary, String(path)) == 0 else {
        throw .file([EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) ? .exists : .cannotCreate(errno))
      }
    } catch {
      for file in files { unlink("\(temporary)/\(file.name)") }
      rmdir(temporary)
      throw error
    }
    // Some disks cannot sync the folder above; the new one itself is on the disk.
    try? sync(above.isEmpty ? "." : above)
  }

  private static func inTheWay(_ path: String) -> FileTrouble? {
    var status = stat()
    return lstat(path, &status) == 0 ? .exists : nil
  }

  private static func sync(_ folder: String) throws(AgeError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(.cannotWrite(errno)) }
    defer { close(descriptor) }
    // EINVAL: a disk that knows no such thing.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .file(.cannotWrite(errno)) }
  }
}
