import Forms
import Journal

extension Answered {
  /// Answers in words, with inner ones after what they are about. Rows are read as they are stored: what they were asked
  /// about may have stayed with the person.
  package var lines: [SpokenAnswer] { Self.lines(entry.answers, form.questions, of: form, about: nil) }

  private static func lines(
    _ answers: [String: Answer], _ questions: [Question], of form: Form, about item: String?
  ) -> [SpokenAnswer] {
    questions.flatMap { question -> [SpokenAnswer] in
      guard let answer = answers[question.id] else { return [] }
      switch (question.kind, answer) {
      case (.group(let inner), .group(let nested)): return lines(nested, inner, of: form, about: item)
      case (.each(let of, let inner), .each(let rows)):
        let labels = form.labels(of: of)
        return rows.flatMap { lines($0.answers, inner, of: form, about: labels[$0.of] ?? $0.of) }
      default:
        let ask = (question.heading ?? question.ask).replacing("{it}", with: item ?? "it")
        return [
          SpokenAnswer(path: Path(question.id), ask: ask, words: form.words(for: answer, to: question).oneLine)
        ]
      }
    }
  }
}
