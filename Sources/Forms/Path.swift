/// Where an answer stands in a form: `strength[fear].before`. Built from a form, never parsed back from text.
package struct Path: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var question: String
    /// The item of an `each` that the inner answers belong to.
    package var item: String?
    package init(_ question: String, item: String? = nil) {
      self.question = question
      self.item = item
    }
  }
  package var parts: [Part]
  package init(_ parts: [Part]) { self.parts = parts }
  package init(_ question: String) { parts = [Part(question)] }

  package func appending(_ part: Part) -> Path { Path(parts + [part]) }
  /// The id of the question itself.
  package var question: String { parts.last?.question ?? "" }
}
