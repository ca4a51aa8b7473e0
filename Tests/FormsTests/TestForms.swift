import Testing

@testable import Forms

extension Question {
  static func scale(_ id: String, _ ask: String = "", when: Condition? = nil) -> Question {
    Question(id, .scale(low: 0, high: 100, lowWords: "none", highWords: "most"), ask: ask, when: when, unit: "%")
  }
}

extension Form {
  static func of(_ questions: Question..., scores: [Score] = []) -> Form {
    Form(id: "f", version: 1, title: "F", kind: .exercise, summary: "", questions: questions, scores: scores)
  }

  /// A thought record with a branch, two passes over the chosen feelings, and words to read.
  static let record = Form.of(
    Question("situation", .text, ask: "What happened?"),
    Question("feelings", .choices(Choices([.init("sad", "Sad"), .init("mad", "Mad")], other: true), least: 1)),
    Question("strength", .each(of: "feelings", [.scale("before", "How strong was {it}?")])),
    Question("thoughts", .list, ask: "What went through your mind?"),
    Question(
      "hot", .choice(Choices(of: "thoughts")), ask: "Which hurts most?",
      when: .compare(question: "thoughts", .moreThan(1))),
    Question("shown", .show("You wrote: {hot}"), when: .compare(question: "hot", .answered(true))),
    Question("again", .each(of: "feelings", [.scale("after", "And {it} now?")])),
    scores: [Score(id: "relief", label: "Relief", sum: ["strength.before"], minus: ["again.after"])])
}

extension Path {
  /// `Path("strength", "sad", "before")`
  init(_ question: String, _ item: String, _ inner: String) {
    self.init([Part(question, item: item), Part(inner)])
  }
}

extension Walk {
  /// The place asked now, as text: `strength[sad].before`.
  func place(in form: Form) -> String? { current(in: form)?.path.text }

  /// Answers one question after another.
  mutating func answer(_ answers: Answer..., in form: Form) {
    for answer in answers { self.answer(answer, in: form) }
  }
}

extension Path {
  var text: String { parts.map { $0.question + ($0.item.map { "[\($0)]" } ?? "") }.joined(separator: ".") }
}

extension Form {
  func places(_ answers: [Path: Answer]) -> [String] { steps(under: answers).map(\.path.text) }
}
