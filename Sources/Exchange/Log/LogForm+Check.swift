import Forms
import JSON

/// Whether a description, and the answers to it, are of the kinds they must be.
extension LogForm {
  /// The question whose answer is of another kind than it asks for; nil where all fit. What the form does not describe is
  /// left alone.
  func misfit(_ answers: [String: Answer]) -> String? {
    answers.sorted { $0.key < $1.key }.first { name, answer in
      byName[name].map { !fits(answer, $0) } ?? false
    }?.key
  }

  private func fits(_ answer: Answer, _ question: Question) -> Bool {
    if unknown.contains(question.id) { return true }
    func fit(_ answers: [String: Answer], _ inner: [Question]) -> Bool {
      inner.allSatisfy { question in answers[question.id].map { fits($0, question) } ?? true }
    }
    switch (question.kind, answer) {
    case (.scale, .number), (.number, .number), (.duration, .number), (.yesNo, .yesNo), (.list, .items),
      (.choices, .items), (.choice, .text), (.date, .text), (.time, .text), (.dateTime, .text), (.text, .text),
      (.each, .items([])):
      return true
    case (.group(let inner), .group(let answers)): return fit(answers, inner)
    case (.each(_, let inner), .each(let rows)): return rows.allSatisfy { fit($0.answers, inner) }
    default: return false
    }
  }

  /// The score that a line gives another value than its answers add up to; nil where none is given, or all agree.
  func wrongScore(_ answers: [String: Answer]) -> String? {
    let given = form.scores.filter { answers[$0.id] != nil && byName[$0.id] == nil }
    guard !given.isEmpty else { return nil }
    let sums = form.scores(of: answers)
    return given.first { score in
      guard case .number(let value)? = answers[score.id] else { return true }
      return sums.first { $0.id == score.id }?.value != value
    }?.id
  }

  static let types: Set = [
    "text", "list", "choice", "choices", "scale", "number", "yes-no", "date", "time", "date-time", "duration", "group",
    "each",
  ]

  /// What a form may say beside its questions is of the right kind, where it is there.
  static func isShaped(_ form: JSON) -> Bool {
    may(form["kind"], \.string)
      && may(form["scores"]) { scores in
        scores.array?.allSatisfy { score in
          score["id"]?.string != nil && score["label"]?.string != nil && may(score["sum"], texts)
            && may(score["minus"], texts)
        } == true ? true : nil
      }
  }

  static func isShapedQuestion(_ question: JSON) -> Bool {
    may(question["text"], \.string) && may(question["unit"], \.string) && may(question["within"], \.string)
      && may(question["selfHarm"], \.bool)
      && may(question["code"]) { $0["system"]?.string != nil && $0["code"]?.string != nil ? true : nil }
      && may(question["range"]) { range in
        range.object != nil && may(range["low"], \.number) && may(range["high"], \.number) ? true : nil
      }
      && may(question["choices"]) { choices in
        choices.object?.members.allSatisfy { choice in
          choice.value.object != nil && may(choice.value["label"], \.string) && may(choice.value["weight"], \.number)
        } == true ? true : nil
      }
  }

  private static func may<T>(_ json: JSON?, _ read: (JSON) -> T?) -> Bool { json.map { read($0) != nil } ?? true }

  private static func texts(_ json: JSON) -> Bool? { json.array?.allSatisfy { $0.string != nil } == true ? true : nil }
}
