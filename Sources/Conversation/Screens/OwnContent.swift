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

  /// What is laid over the program's own content: the first folder that there is.
  private var folders: [String] {
    Array(session.world.environment.contentFolders.filter(PlainFile.isFolder).dropFirst())
  }

  /// What is wrong, and which files no list shows for it.
  private struct Findings {
    var sentences: [String]
    var files: [String]
  }

  /// A sentence for each problem, five at most and how many more; lists leave the files out from now on.
  func problems() throws(Departure) -> [String] {
    let folders = folders
    guard !folders.isEmpty else {
      session.world.leaveOut([])
      return []
    }
    var files: [String] = []
    for folder in folders { Self.list(folder, depth: 0, into: &files) }
    let state = files.joined(separator: "\n")
    let kept = try session.inJournal { (store) throws(VaultError) in try store.memory(Self.key) }
    if let kept, let json = try? JSON(reading: kept, limits: JSONLimits(bytes: 8 << 20)),
      json["files"]?.string == state, let found = json["problems"]?.array, let broken = json["broken"]?.array
    {
      session.world.leaveOut(Set(broken.compactMap(\.string)))
      return found.compactMap(\.string)
    }
    let found = look()
    let json: JSON = [
      "files": .string(state), "problems": .array(found.sentences.map(JSON.string)),
      "broken": .array(found.files.map(JSON.string)),
    ]
    if session.vault?.isReadOnly == false, let bytes = try? json.canonical() {
      session.rememberIfPossible(Self.key, bytes)
    }
    return found.sentences
  }

  /// Sees to it that lists leave out what cannot be used, also while no journal is there to remember it.
  func settle() throws(Departure) {
    guard !session.world.isLookedThrough else { return }
    if session.isUnlocked {
      _ = try problems()
    } else if folders.isEmpty {
      session.world.leaveOut([])
    } else {
      _ = look()
    }
  }

  private func look() -> Findings {
    let all = session.world.library.problems(in: folders)
    let home = session.world.environment.home + "/"
    // Named from the home folder on: short enough to be read, and found again.
    var sentences = all.prefix(5).map { $0.text.hasPrefix(home) ? String($0.text.dropFirst(home.count)) : $0.text }
    if all.count > 5 { sentences.append("\(all.count - 5) more. `content check` names them all.") }
    let files = Set(all.map(\.file)).sorted()
    session.world.leaveOut(Set(files))
    return Findings(sentences: sentences, files: files)
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
