/// Where things lie in a content folder.
struct Layout {
  let folder: String

  init(folder: String) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  /// Languages that have a folder, and English, under which forms for all languages are checked.
  var languages: [String] {
    named.contains("en") ? named : named + ["en"]
  }

  /// Languages that have a folder.
  private var named: [String] {
    Folder.entries(folder).filter { $0.isFolder && Self.isLanguage($0.name) }.map(\.name)
  }

  private static func isLanguage(_ name: String) -> Bool {
    (2...3).contains(name.utf8.count)
      && name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  func forms(_ language: String) -> [String] {
    Folder.files("\(folder)/\(language)/forms", suffix: ".yaml")
      + (language == "en" ? Folder.files("\(folder)/forms", suffix: ".yaml") : [])
  }

  func pages(_ part: String, _ language: String) -> [String] {
    Folder.files("\(folder)/\(language)/\(part)", suffix: ".md")
  }

  /// List files such as `emotions.yaml`; not the glossary, and not the words that worry.
  func lists(_ language: String) -> [String] {
    Folder.files("\(folder)/\(language)", suffix: ".yaml", depth: 1)
      .filter { !["glossary", "worry"].contains(Folder.stem($0)) }
  }

  func worry(_ language: String) -> [String] {
    ["\(folder)/\(language)/worry.yaml"].filter(Folder.isFile)
  }

  func glossary(_ language: String) -> [String] {
    ["\(folder)/\(language)/glossary.yaml"].filter(Folder.isFile)
  }

  var crisis: [String] {
    Folder.isFolder("\(folder)/crisis") ? Folder.files("\(folder)/crisis", suffix: ".yaml", depth: 1) : []
  }

  /// Files that look like content and are never read.
  var strays: [Problem] {
    let places = named + ["forms", "crisis"]
    let texts = named.flatMap { lists($0) + glossary($0) + worry($0) }
    let written = named.flatMap { pages("modules", $0) + pages("skills", $0) }
    let read = Set(texts + written + (named + ["en"]).flatMap(forms) + crisis)
    return places.flatMap { Folder.files("\(folder)/\($0)", suffix: "", depth: 6) }
      .filter { !read.contains($0) }
      .map {
        Problem(file: $0, line: 1, message: "This file is not read: see where it belongs, and how it should end.")
      }
  }
}
