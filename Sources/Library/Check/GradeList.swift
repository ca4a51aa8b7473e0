/// How hard one page is to read.
package struct PageGrade: Equatable, Sendable {
  package var id: String
  package var words: Int
  package var sentences: Int
  /// Years of school.
  package var grade: Double
  /// `6.2`
  package var text: String
}

extension ContentCheck {
  /// The English modules of the folder, by id. A file that cannot be used has none.
  package func grades() -> [PageGrade] {
    modules().map { module in
      let grade = ReadingGrade(module.body.prose)
      return PageGrade(
        id: module.id, words: module.body.wordCount, sentences: grade.sentences, grade: grade.value, text: grade.text)
    }
  }

  func modules() -> [Module] {
    let library = Library(folders: [folder])
    return library.modules().compactMap { (try? library.module($0.id)) ?? nil }.sorted { $0.id < $1.id }
  }
}
