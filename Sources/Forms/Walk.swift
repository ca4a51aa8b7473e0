/// The state of a half-filled form: what a draft stores after every answer. It moves only through its methods,
/// and every one of them leaves it whole: a walk read back from disk goes on where it stood.
package struct Walk: Equatable, Sendable {
  package var form: String
  package var version: Int
  /// Answers by place, also those a closed branch hides; they are dropped when the entry is saved.
  package var answers: [Path: Answer] = [:]
  package var skipped: Set<Path> = []
  /// The step being asked; nil before the first and, with `isAtEnd`, after the last.
  package var cursor: Path?
  package var isAtEnd = false
  /// Set when one answer is changed from the final summary: the next answer leads back there.
  package var returning = false
  /// Finished lines of the text or list being written.
  package var lines: [String] = []
  /// What stood on the line when the person was interrupted.
  package var partial = ""

  package init(_ form: Form) {
    self.form = form.id
    version = form.version
  }

  /// The step to ask now; nil at the end. A cursor whose step has closed moves on to the next open one.
  package func current(in form: Form) -> Step? {
    guard !isAtEnd else { return nil }
    let steps = form.steps(under: answers)
    guard let cursor else { return steps.first }
    return steps.first { $0.path == cursor } ?? steps.first { !isSettled($0) }
  }

  /// Whether a step has been answered or skipped. What was chosen from an earlier list is open again once the list no
  /// longer holds it.
  package func isSettled(_ step: Step) -> Bool {
    guard let answer = answers[step.path] else { return skipped.contains(step.path) }
    guard let choices = step.question.choices, choices.of != nil, !choices.other else { return true }
    let codes = Set(step.options.map(\.code))
    switch answer {
    case .text(let code): return codes.contains(code)
    case .items(let items): return codes.isSuperset(of: items)
    default: return true
    }
  }

  package mutating func answer(_ answer: Answer, in form: Form) {
    guard let step = current(in: form) else { return }
    answers[step.path] = answer
    skipped.remove(step.path)
    advance(past: step, in: form)
  }

  /// Leaves the question without an answer; an earlier answer to it is dropped.
  package mutating func skip(in form: Form) {
    guard let step = current(in: form) else { return }
    answers[step.path] = nil
    skipped.insert(step.path)
    advance(past: step, in: form)
  }

  /// Marks a shown step as seen.
  package mutating func pass(in form: Form) {
    guard let step = current(in: form) else { return }
    skipped.insert(step.path)
    advance(past: step, in: form)
  }

  /// To the question before; false at the first. Steps that only show something are passed over.
  package mutating func back(in form: Form) -> Bool {
    let steps = form.steps(under: answers)
    let place = isAtEnd ? steps.count : steps.firstIndex { $0.path == current(in: form)?.path } ?? 0
    guard let earlier = steps[..<place].last(where: { !$0.isShown }) else { return false }
    move(to: earlier.path)
    return true
  }

  /// From the final summary to one answer; the next answer leads back to the summary.
  package mutating func revisit(_ path: Path) {
    move(to: path)
    returning = true
  }

  /// From the final summary to questions that were left out; the last of them leads back there.
  package mutating func open(_ questions: Set<String>, in form: Form) {
    let steps = form.steps(under: answers).filter { step in
      !step.isShown && answers[step.path] == nil && questions.contains(step.path.question)
    }
    guard let first = steps.first else { return }
    skipped.subtract(steps.map(\.path))
    revisit(first.path)
  }

  private mutating func move(to path: Path) {
    cursor = path
    isAtEnd = false
    lines = []
    partial = ""
  }

  private mutating func advance(past step: Step, in form: Form) {
    let steps = form.steps(under: answers)
    let place = steps.firstIndex { $0.path == step.path } ?? steps.startIndex
    let later = steps[place...].dropFirst()
    let next = returning ? (later.first { !isSettled($0) && !$0.isShown }) : later.first
    lines = []
    partial = ""
    cursor = next?.path
    isAtEnd = next == nil
    if isAtEnd { returning = false }
  }
}
