extension Form {
  /// An answer in the words it was asked in: labels for codes, "yes" and "no", "7 h 30 min".
  package func words(for answer: Answer, to question: Question) -> String {
    switch answer {
    case .text(let text):
      if case .dateTime = question.kind { return text.replacing("T", with: " ") }
      if question.choices == nil { return text }
      return labels(of: question.id)[text] ?? text
    case .yesNo(let yes): return yes ? "yes" : "no"
    case .items(let items):
      let labels = labels(of: question.id)
      return items.map { labels[$0] ?? $0 }.joined(separator: question.choices == nil ? "\n" : ", ")
    case .number(let value):
      // In a file of somebody else any number may stand.
      if case .duration = question.kind, let minutes = Int(exactly: value.rounded(.towardZero)) {
        return Minutes.words(minutes)
      }
      let number = Self.plain(value)
      if case .scale(_, let high, _, _) = question.kind, question.unit == nil { return "\(number) of \(high)" }
      return number + (question.unit.map { $0 == "%" ? $0 : " \($0)" } ?? "")
    case .group, .each: return ""
    }
  }

  /// `7`, `7.5`: a number without a needless fraction.
  package static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  /// Puts earlier answers in the place of `{id}`, and the current item in the place of `{it}`.
  package func fill(_ text: String, step: Step, answers: [Path: Answer]) -> String {
    // In a file of another kind braces are braces.
    guard source == nil else { return text }
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += value(of: name, step: step, answers: answers) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func value(of name: String, step: Step, answers: [Path: Answer]) -> String? {
    if name == "it" { return step.item }
    guard let question = question(name) else { return nil }
    let beside = Path(step.path.parts.dropLast()).appending(Path.Part(name))
    guard let answer = answers[beside] ?? answers[Path(name)] else { return "…" }
    return words(for: answer, to: question)
  }
}

/// A line of an entry as it is read back: the question's words and the answer's.
package struct SpokenAnswer: Equatable, Sendable {
  package var path: Path
  package var ask: String
  package var words: String
  package init(path: Path, ask: String, words: String) {
    self.path = path
    self.ask = ask
    self.words = words
  }
}

extension Walk {
  /// Every open answer, in the order of the form, in words.
  package func spoken(in form: Form) -> [SpokenAnswer] {
    form.steps(under: answers).compactMap { step in
      guard let answer = answers[step.path] else { return nil }
      let ask = form.fill(step.question.ask, step: step, answers: answers)
      return SpokenAnswer(path: step.path, ask: ask, words: form.words(for: answer, to: step.question))
    }
  }

  /// Every open question without an answer, in the order of the form; its words are empty.
  package func leftOut(in form: Form) -> [SpokenAnswer] {
    form.steps(under: answers).compactMap { step in
      guard !step.isShown, answers[step.path] == nil else { return nil }
      return SpokenAnswer(
        path: step.path, ask: form.fill(step.question.ask, step: step, answers: answers), words: "")
    }
  }
}
