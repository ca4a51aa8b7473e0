/// Something wrong in a content file, in one sentence.
package struct Problem: Equatable, Hashable, Comparable, Sendable {
  package var file: String
  /// Counts from 1.
  package var line: Int
  package var message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package static func < (a: Problem, b: Problem) -> Bool {
    (a.file, a.line, a.message) < (b.file, b.line, b.message)
  }

  /// `content/en/forms/mood/mood.yaml:12: There is no field "colour" here.`
  package var text: String { "\(file):\(line): \(message)" }
}
