import JSON

/// Why a file is not taken as a questionnaire: one plain sentence, and where in which file.
package struct FHIRRefusal: Error, Equatable, Sendable {
  package var words: String
  /// 0 is the questionnaire; the value sets given beside it count from 1.
  package var file: Int
  /// Nil where the whole file is meant.
  package var position: JSONPosition?

  package init(_ words: String, file: Int = 0, position: JSONPosition? = nil) {
    self.words = words
    self.file = file
    self.position = position
  }

  /// `Line 12, column 9: …`
  package var message: String {
    position.map { "Line \($0.line), column \($0.column): \(words)" } ?? words
  }
}
