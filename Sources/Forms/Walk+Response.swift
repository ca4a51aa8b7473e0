extension Walk {
  /// The answers that are open now, nested as they are stored: groups as objects, `each` in the order it was asked.
  package func response(in form: Form) -> [String: Answer] {
    let open = form.steps(under: answers).compactMap { step in answers[step.path].map { (step.path, $0) } }
    return Self.nest(form.questions, under: [], open: open)
  }

  /// A walk at its final summary over answers that were stored before, to edit them.
  package init(_ form: Form, editing stored: [String: Answer]) {
    self.init(form)
    Self.flatten(form.questions, under: [], stored: stored, into: &answers)
    for step in form.steps(under: answers) where answers[step.path] == nil { skipped.insert(step.path) }
    isAtEnd = true
  }

  private typealias Open = [(path: Path, answer: Answer)]

  private static func nest(_ questions: [Question], under parts: [Path.Part], open: Open) -> [String: Answer] {
    var nested: [String: Answer] = [:]
    for question in questions {
      let path = Path(parts + [Path.Part(question.id)])
      switch question.kind {
      case .group(let inner):
        let group = nest(inner, under: path.parts, open: open)
        if !group.isEmpty { nested[question.id] = .group(group) }
      case .each(_, let inner):
        let rows = items(of: question.id, under: parts, open: open).map { item in
          let place = parts + [Path.Part(question.id, item: item)]
          return EachAnswer(of: item, answers: nest(inner, under: place, open: open))
        }
        if !rows.isEmpty { nested[question.id] = .each(rows) }
      default:
        nested[question.id] = open.first { $0.path == path }?.answer
      }
    }
    return nested
  }

  private static func items(of question: String, under parts: [Path.Part], open: Open) -> [String] {
    var items: [String] = []
    for (path, _) in open where path.parts.count > parts.count && path.parts.starts(with: parts) {
      let part = path.parts[parts.count]
      if part.question == question, let item = part.item, !items.contains(item) { items.append(item) }
    }
    return items
  }

  private static func flatten(
    _ questions: [Question], under parts: [Path.Part], stored: [String: Answer], into answers: inout [Path: Answer]
  ) {
    for question in questions {
      guard let answer = stored[question.id] else { continue }
      switch (question.kind, answer) {
      case (.group(let inner), .group(let nested)):
        flatten(inner, under: parts + [Path.Part(question.id)], stored: nested, into: &answers)
      case (.each(_, let inner), .each(let rows)):
        for row in rows {
          let place = parts + [Path.Part(question.id, item: row.of)]
          flatten(inner, under: place, stored: row.answers, into: &answers)
        }
      default:
        answers[Path(parts + [Path.Part(question.id)])] = answer
      }
    }
  }
}
