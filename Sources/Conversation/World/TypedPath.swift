import Glibc
import Vault

/// The path of a file or folder as a person types it.
package struct TypedPath {
  package let path: String

  /// `home` stands for a leading `~`. Quotes around the whole are taken off.
  package init(_ typed: String, home: String?) {
    var typed = typed.trimmed
    for mark in ["\"", "'"] where typed.count > 1 && typed.hasPrefix(mark) && typed.hasSuffix(mark) {
      typed = String(typed.dropFirst().dropLast())
    }
    if let home, typed == "~" || typed.hasPrefix("~/") { typed = home + typed.dropFirst() }
    while typed.count > 1, typed.hasSuffix("/") { typed.removeLast() }
    path = typed.hasPrefix("/") ? typed : Self.workingFolder + "/" + typed
  }

  /// Where in it a new journal goes: the folder itself while it is not there, else a new folder `handrail` in it. The folder
  /// above must be there, for a slip in the name of a stick would make a folder on the full disk.
  func forNewVault() throws(VaultError) -> String {
    guard PlainFile.isFolder(path) else {
      let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      guard PlainFile.isFolder(above.isEmpty ? "/" : above) else { throw .noSuchFile(name: path) }
      return path
    }
    let stem = path == "/" ? "/handrail" : path + "/handrail"
    var name = stem
    var number = 2
    while access(name, F_OK) == 0 {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  private static var workingFolder: String {
    guard let found = getcwd(nil, 0) else { return "." }
    defer { free(found) }
    return String(cString: found)
  }
}

/// Text as the calling shell must be given it.
package enum Quoted {
  package static func path(_ path: String) -> String {
    let plain = path.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar.properties.isAlphabetic || "0123456789/._-+@,".unicodeScalars.contains(scalar)
    }
    return plain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}

extension TypedPath {
  package init(_ typed: String, in session: Session) {
    self.init(typed, home: session.world.environment.values["HOME"])
  }
}
