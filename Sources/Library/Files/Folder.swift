import Glibc

/// Lists what is in a folder; never follows a link to another folder.
enum Folder {
  struct Entry {
    var name: String
    var isFolder: Bool
  }

  /// More entries than this in one folder are not looked at.
  private static var most: Int { 2_000 }

  /// Files and folders by name; hidden ones, and what is neither, left out. A missing folder is empty.
  static func entries(_ path: String) -> [Entry] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream), entries.count < most {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): entries.append(Entry(name: name, isFolder: true))
      case Int(DT_REG): entries.append(Entry(name: name, isFolder: false))
      default:
        // A link, or a file system that does not tell.
        if isFolder("\(path)/\(name)") {
          entries.append(Entry(name: name, isFolder: true))
        } else if isFile("\(path)/\(name)") {
          entries.append(Entry(name: name, isFolder: false))
        }
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// A folder itself, and no link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A plain file, also behind a link.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Paths below `path` of files that end in `suffix`, at most four folders deep.
  static func files(_ path: String, suffix: String, depth: Int = 4) -> [String] {
    entries(path).flatMap { entry in
      let inner = "\(path)/\(entry.name)"
      if entry.isFolder { return depth > 1 ? files(inner, suffix: suffix, depth: depth - 1) : [] }
      return entry.name.hasSuffix(suffix) ? [inner] : []
    }
  }

  /// The file called `name` in `path` or in a folder below it.
  static func find(_ name: String, in path: String, depth: Int = 4) -> String? {
    let direct = "\(path)/\(name)"
    if isFile(direct) { return direct }
    guard depth > 1 else { return nil }
    for entry in entries(path) where entry.isFolder {
      if let found = find(name, in: "\(path)/\(entry.name)", depth: depth - 1) { return found }
    }
    return nil
  }

  /// `mood` of `…/mood.yaml`.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".", omittingEmptySubsequences: false).first ?? "")
  }

  /// `cbt` of `…/cbt/thought.yaml`.
  static func family(_ path: String) -> String {
    String(path.split(separator: "/").dropLast().last ?? "")
  }
}
