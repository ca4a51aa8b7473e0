import Forms

/// What people read and fill in: the project's own content with the folders of a programme or a person laid over it.
package struct Library: Sendable {
  /// From lowest to highest priority.
  let folders: [String]
  let language: String
  /// Files that cannot be used: no list shows them. Naming one still says what is wrong with it.
  package var leftOut: Set<String> = []
  /// Modules that lie in memory alone, over all folders: those that a programme sent, by id, while the journal is open.
  package var laid: [String: String] = [:]

  /// A missing folder is not an error; a language without a file falls back to English for that file.
  package init(folders: [String], language: String = "en") {
    self.folders = folders.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    self.language = language.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ? language : "en"
  }

  /// Folders named `part`, the one that counts most first: `en/forms` also has `forms`, which serves all languages.
  func places(_ part: String) -> [String] {
    folders.reversed().flatMap { folder in
      spoken(folder).map { "\($0)/\(part)" } + (part == "forms" ? ["\(folder)/forms"] : [])
    }
    .filter(Folder.isFolder)
  }

  /// Files of a language called `name`, the one that counts most first.
  func files(named name: String) -> [String] {
    folders.reversed().flatMap { spoken($0).map { "\($0)/\(name)" } }.filter(Folder.isFile)
  }

  /// The folders of the language, and of English, in one content folder.
  private func spoken(_ folder: String) -> [String] {
    (language == "en" ? ["en"] : [language, "en"]).map { "\(folder)/\($0)" }.filter(Folder.isFolder)
  }
}

/// Bytes that a content file may have at most.
enum Limit {
  static var form: Int { 256 << 10 }
  static var page: Int { 1 << 20 }
}
