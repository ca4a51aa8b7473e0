import Crypto
import Glibc

/// A folder that appears under its name only when all of its files are on the disk. Nothing that is there is replaced, and
/// of one that is let go unfinished nothing is left.
package final class NewFolder: FolderOutput {
  private let path: String
  private let above: String
  private let temporary: String
  private var open: [String: NewFile] = [:]
  private var finished: [String] = []
  private var isThere = true

  package init(_ path: String) throws(AgeError) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != ".." else { throw .file(.notAFile) }
    self.path = String(path)
    above = String(path.dropLast(name.count))
    if let trouble = Self.inTheWay(self.path) { throw .file(trouble) }
    let mark = RandomSource.system.bytes(5).map { String($0 & 31, radix: 32) }.joined()
    temporary = "\(above).handrail-\(mark).part"
    guard mkdir(temporary, 0o700) == 0 else {
      throw .file([ENOENT, ENOTDIR].contains(errno) ? .noFolder : .cannotCreate(errno))
    }
  }

  package var count: Int { open.count + finished.count }

  package func append(_ bytes: [UInt8], to name: String) throws(AgeError) {
    if open[name] == nil { open[name] = try NewFile("\(temporary)/\(name)") }
    try open[name]?.write(bytes)
  }

  package func close(_ name: String) throws(AgeError) {
    guard let file = open.removeValue(forKey: name) else { return }
    try file.finish()
    finished.append(name)
  }

  /// Gives the folder its name.
  package func finish() throws(AgeError) {
    for name in open.keys.sorted() { try close(name) }
    try Self.sync(temporary)
    // Over a folder with something in it, and over anything else, no folder can be renamed.
    if let trouble = Self.inTheWay(path) { throw .file(trouble) }
    guard rename(temporary, path) == 0 else {
      throw .file([EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) ? .exists : .cannotCreate(errno))
    }
    isThere = false
    // Some disks cannot sync the folder above; the new one itself is on the disk.
    try? Self.sync(above.isEmpty ? "." : above)
  }

  package static func write(_ files: [NamedBytes], to path: String) throws(AgeError) {
    let folder = try NewFolder(path)
    for file in files {
      try folder.append(file.bytes, to: file.name)
      try folder.close(file.name)
    }
    try folder.finish()
  }

  deinit {
    guard isThere else { return }
    open = [:]
    for name in finished { unlink("\(temporary)/\(name)") }
    rmdir(temporary)
  }

  private static func inTheWay(_ path: String) -> FileTrouble? {
    var status = stat()
    return lstat(path, &status) == 0 ? .exists : nil
  }

  private static func sync(_ folder: String) throws(AgeError) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(.cannotWrite(errno)) }
    defer { Glibc.close(descriptor) }
    // EINVAL: a disk that knows no such thing.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .file(.cannotWrite(errno)) }
  }
}
