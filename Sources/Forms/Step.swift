/// One question as it is asked now: with its place, its item when inside an `each`, and its choices resolved.
package struct Step: Equatable, Sendable {
  package var path: Path
  package var question: Question
  /// The words for `{it}`.
  package var item: String?
  /// What can be chosen, earlier answers included; empty for questions without choices.
  package var options: [Choices.Option]

  package init(path: Path, question: Question, item: String? = nil, options: [Choices.Option] = []) {
    self.path = path
    self.question = question
    self.item = item
    self.options = options
  }

  /// The number before each option: its place, or its code where all codes are whole numbers, as on a scale of
  /// sentences from 0 to 7; on a questionnaire that was read from a file, what it counts.
  package var keys: [Int] {
    // On a questionnaire's paper each answer carries what it counts, and that is what people type.
    let weights = question.source == nil ? [] : options.compactMap { $0.weight.flatMap { Int(exactly: $0) } }
    if !weights.isEmpty, weights.count == options.count, Set(weights).count == weights.count, weights.min() ?? -1 >= 0 {
      return weights
    }
    let codes = options.compactMap { option in Int(option.code).flatMap { String($0) == option.code ? $0 : nil } }
    guard question.choices?.of == nil, codes.count == options.count, Set(codes).count == codes.count else {
      return Array(1...max(1, options.count))
    }
    return codes
  }

  /// Nothing is asked: text to read, breathing, a timer.
  package var isShown: Bool {
    switch question.kind {
    case .show, .breathe, .timer: true
    default: false
    }
  }
}

extension Form {
  /// The steps that are open under these answers, in order. Questions whose `when` does not hold are left out, and so
  /// are their answers for every later `when`.
  package func steps(under answers: [Path: Answer]) -> [Step] {
    var pass = StepPass(form: self, answers: answers)
    var local: [String: Answer] = [:]
    pass.walk(questions, at: [], item: nil, local: &local)
    return pass.steps
  }
}

/// One pass over a form, from the first question to the last, that keeps what is visible so far.
private struct StepPass {
  let form: Form
  let answers: [Path: Answer]
  var steps: [Step] = []
  /// Visible answers by question id, outside any `each`.
  var seen: [String: Answer] = [:]

  /// `local` holds the answers of the item being gone through, those in its groups too.
  mutating func walk(_ questions: [Question], at parts: [Path.Part], item: String?, local: inout [String: Answer]) {
    let inEach = item != nil
    for question in questions {
      let known = inEach ? seen.merging(local) { $1 } : seen
      if let when = question.when, !when.holds(over: known) { continue }
      if question.hidden == true {
        if inEach { local[question.id] = question.initial } else { seen[question.id] = question.initial }
        continue
      }
      let path = Path(parts + [Path.Part(question.id)])
      switch question.kind {
      case .group(let inner):
        walk(inner, at: path.parts, item: item, local: &local)
      case .each(let source, let inner):
        for (code, label) in items(of: source) {
          var own: [String: Answer] = [:]
          walk(inner, at: parts + [Path.Part(question.id, item: code)], item: label, local: &own)
        }
      default:
        let options = options(of: question)
        // Where the list to choose from was skipped, there is nothing to ask.
        if let choices = question.choices, options.isEmpty, !choices.other { continue }
        steps.append(Step(path: path, question: question, item: item, options: options))
        guard let answer = answers[path] else { continue }
        if inEach { local[question.id] = answer } else { seen[question.id] = answer }
      }
    }
  }

  /// The answers that an `each` or an `of` goes through: code (or the words themselves) and what to call it.
  func items(of source: String) -> [(code: String, label: String)] {
    guard let answer = seen[source] else { return [] }
    let labels = form.labels(of: source)
    func named(_ code: String) -> (code: String, label: String) { (code, labels[code] ?? code) }
    switch answer {
    case .items(let items):
      // An item typed twice has one place, and is gone through once.
      var seen: Set<String> = []
      return items.filter { seen.insert($0).inserted }.map(named)
    case .text(let text): return [named(text)]
    default: return []
    }
  }

  func options(of question: Question) -> [Choices.Option] {
    guard let choices = question.choices else { return [] }
    guard let source = choices.of else { return choices.options }
    return items(of: source).map { Choices.Option($0.code, $0.label) } + choices.options
  }
}

extension Question {
  /// The choices of a `choice` or `choices` question.
  package var choices: Choices? {
    switch kind {
    case .choice(let choices), .choices(let choices, _): choices
    default: nil
    }
  }

  /// The questions inside a group or an `each`.
  package var inner: [Question] {
    switch kind {
    case .group(let inner), .each(_, let inner): inner
    default: []
    }
  }
}

extension Form {
  /// Every question, also those inside groups and `each`, in order.
  package var allQuestions: [Question] { Self.flatten(questions) }

  private static func flatten(_ questions: [Question]) -> [Question] {
    questions.flatMap { [$0] + flatten($0.inner) }
  }

  package func question(_ id: String) -> Question? { allQuestions.first { $0.id == id } }

  /// Labels by code of a question with choices; through `of` to where they are defined.
  package func labels(of id: String) -> [String: String] {
    var labels: [String: String] = [:]
    var next: String? = id
    var seen: Set<String> = []
    while let id = next, seen.insert(id).inserted {
      guard let choices = question(id)?.choices else { break }
      for option in choices.options { labels[option.code] = labels[option.code] ?? option.label }
      next = choices.of
    }
    return labels
  }
}
