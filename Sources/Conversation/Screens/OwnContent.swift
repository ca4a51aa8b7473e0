import Glibc
import JSON
import Library
import Vault

/// The person's own content folder, looked through at unlock. Files that cannot be used are named and left out.
/// What was found is kept in the journal with the path, size and time of each file, so that nothing is parsed again while
/// nothing has changed.
struct OwnContent {
  let session: Session
  private static let key = "own-content"
  /// More files than this are not looked at.
  private static let most = 5_000

  private var folder: String { session.world.environment.home + "/content" }

  /// A sentence for each problem, at most five.
  func problems() throws(Departure) -> [String] {
    guard PlainFile.isFolder(folder) else { return [] }
    var files: [String] = []
    Self.list(folder, depth: 0, into: &files)
    let state = files.joined(separator: "\n")
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    if let kept, let json = try? JSON(reading: kept, limits: JSONLimits(bytes: 8 << 20)),
      json["files"]?.string == state, let found = json["problems"]?.array
    {
      return found.compactMap(\.string)
    }
    let all = session.world.library.problems().filter { $0.file.hasPrefix(folder) }
    // Named from the home folder on: short enough to be read, and found again.
    let start = session.world.environment.home.utf8.count + 1
    let found = all.prefix(5).map { String(decoding: Array($0.text.utf8).dropFirst(start), as: UTF8.self) }
    let json: JSON = ["files": .string(state), "problems": .array(found.map(JSON.string))]
    if session.vault?.isReadOnly == false, let bytes = try? json.canonical() {
      session.rememberIfPossible(Self.key, bytes)
    }
    return found
  }

  /// `path size seconds nanoseconds` of each file below, in order.
  private static func list(_ path: String, depth: Int, into files: inout [String]) {
    guard depth < 6, let stream = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(stream)
    for name in names.sorted() where files.count < most {
      var info = stat()
      let file = "\(path)/\(name)"
      guard stat(file, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        list(file, depth: depth + 1, into: &files)
      } else {
        files.append("\(file) \(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)")
      }
    }
  }
}
