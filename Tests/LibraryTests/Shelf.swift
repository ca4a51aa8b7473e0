import Glibc

@testable import Library

/// A content folder below a temporary one, written by a test and removed after it.
final class Shelf {
  let path: String

  init(_ files: [String: String] = [:]) {
    var template = Array("/tmp/handrail-library-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp/handrail-library-none"
    }
    for (name, text) in files { write(name, text) }
  }

  deinit { remove(path) }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o700) }

  /// Problems as `en/forms/a.yaml:3: …`, without the folder's own path.
  func short(_ problems: [Problem]) -> [String] {
    problems.map(\.text).map { $0.hasPrefix(path + "/") ? String($0.dropFirst(path.utf8.count + 1)) : $0 }
      .map { text in
        var text = text
        while let range = text.firstRange(of: path + "/") { text.removeSubrange(range) }
        return text
      }
  }

  var library: Library { Library(folders: [path]) }

  var problems: [String] { short(ContentCheck(folder: path).problems()) }

  private func remove(_ path: String) {
    guard let stream = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if entry.pointee.d_type == DT_DIR { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
    }
    closedir(stream)
    rmdir(path)
  }
}
