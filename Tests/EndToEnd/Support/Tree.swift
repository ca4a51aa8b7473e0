import Glibc

/// A folder and all below it.
enum Tree {
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files; links are not followed.
  static func files(in folder: String) -> [String] {
    names(in: folder).flatMap { name in
      let path = folder + "/" + name
      return isFolder(path) ? files(in: path) : [path]
    }
  }

  static func copy(_ folder: String, to target: String) {
    mkdir(target, 0o700)
    for name in names(in: folder) {
      let (from, to) = (folder + "/" + name, target + "/" + name)
      if isFolder(from) { copy(from, to: to) } else { Bytes.write(Bytes.at(from), to: to) }
    }
  }

  static func remove(_ path: String) {
    if isFolder(path) {
      chmod(path, 0o700)
      for name in names(in: path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
