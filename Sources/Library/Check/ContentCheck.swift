import Forms

/// Finds everything that is wrong with the files of one folder.
package struct ContentCheck {
  let folder: String
  private let base: [String]

  /// Links may lead to what is in `base`, the folders that this one is laid over.
  package init(folder: String, over base: [String] = []) {
    self.folder = folder
    self.base = base
  }

  /// By file and line.
  package func problems() -> [Problem] {
    var found = Layout(folder: folder).strays
    for language in Layout(folder: folder).languages {
      found += LanguageCheck(folder: folder, language: language, over: base).problems()
    }
    found += CrisisCheck(folder: folder).problems()
    return Set(found).sorted()
  }
}

extension Library {
  /// What is wrong with files that were named and left out, in these folders or in all.
  package func problems(in some: [String]? = nil) -> [Problem] {
    var found: [Problem] = []
    for folder in some ?? folders {
      for language in Layout(folder: folder).languages where language == self.language || language == "en" {
        let check = LanguageCheck(folder: folder, language: language, over: folders.filter { $0 != folder })
        found += check.problems(onlyErrors: true)
      }
      found += CrisisCheck(folder: folder).problems(onlyErrors: true)
    }
    return Set(found).sorted()
  }
}
