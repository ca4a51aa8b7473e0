import Forms

/// What a menu shows of a form, read from the head of its file.
package struct FormSummary: Equatable, Sendable {
  package var id: String
  package var title: String
  package var kind: Form.Kind
  package var summary: String
  package var minutes: Int?
  /// The folder it lies in: `cbt`, `plans`; empty directly under `forms/`.
  package var family: String
  package var path: String
  /// It is listed only while this holds.
  package var when: Condition?
  /// Delicate, and no clinician has read it yet: the program never suggests it.
  package var isHeldBack = false
}
