import Forms

/// What people read and fill in: the project's own content with the folders of a programme or a person laid over it.
package struct Library: Sendable {
  /// From lowest to highest priority.
  let folders: [String]
  let language: String

  /// A missing folder is not an error; a language without a file falls back to English for that file.
  package init(folders: [String], language: String = "en") {
    self.folders = folders
    self.language = language.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ? language : "en"
  }

  /// Folders named `part`, the one that counts most first: `en/forms` also has `forms`, which serves all languages.
  func places(_ part: String) -> [String] {
    let languages = language == "en" ? ["en"] : [language, "en"]
    return folders.reversed().flatMap { folder in
      languages.map { "\(folder)/\($0)/\(part)" } + (part == "forms" ? ["\(folder)/forms"] : [])
    }
  }

  /// The file `name` of the folder that counts most.
  func files(named name: String) -> [String] {
    places(name).filter(Folder.isFile)
  }
}

/// Bytes that a content file may have at most.
enum Limit {
  static var form: Int { 256 << 10 }
  static var page: Int { 1 << 20 }
}
