import Conversation
import Exchange
import Glibc

/// Files that were named, and what lies in folders that were.
struct GivenLogs {
  struct Item: Equatable {
    /// As it was typed.
    var shown: String
    var path: String
    /// In a folder nothing leads elsewhere.
    var followsLink: Bool
  }

  private(set) var items: [Item] = []
  /// What lies in the folders and is not tried.
  private(set) var passedOver: [String] = []

  static let endings = [".handrail", ".age"]
  private static let mostDeep = 32

  init(_ typed: [String], deep: Bool, in session: Session) {
    for word in typed {
      let path = TypedPath(word, in: session).path
      if PlainFile.isFolder(path) {
        look(into: path, shown: word, deep: deep ? Self.mostDeep : 0)
      } else {
        items.append(Item(shown: word, path: path, followsLink: true))
      }
    }
  }

  private mutating func look(into path: String, shown: String, deep: Int) {
    for name in Self.names(in: path) where !name.starts(with: Array(".".utf8)) {
      guard let text = String(validating: name, as: UTF8.self) else {
        passedOver.append(shown + "/" + String(decoding: name, as: UTF8.self))
        continue
      }
      let item = Item(
        shown: shown.hasSuffix("/") ? shown + text : shown + "/" + text, path: path + "/" + text, followsLink: false)
      var status = stat()
      guard lstat(item.path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where deep > 0: look(into: item.path, shown: item.shown, deep: deep - 1)
      case S_IFREG where Self.endings.contains(where: text.lowercased().hasSuffix): items.append(item)
      default: passedOver.append(item.shown)
      }
    }
  }

  /// In the order of their bytes.
  private static func names(in path: String) -> [[UInt8]] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
