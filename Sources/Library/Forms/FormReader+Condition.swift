import Forms

extension FormReader {
  /// `when`, `when-all` and `when-any` of the form itself; all that are there have to hold.
  mutating func formCondition(_ fields: inout Fields) -> Condition? {
    var parts: [Condition] = []
    if let node = fields.take("when"), let part = condition(node, ofForm: true) { parts.append(part) }
    if let part = several("when-all", &fields) { parts.append(.all(part)) }
    if let part = several("when-any", &fields) { parts.append(.any(part)) }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private mutating func several(_ key: String, _ fields: inout Fields) -> [Condition]? {
    guard let node = fields.take(key) else { return nil }
    var parts: [Condition] = []
    for item in node.items { if let part = condition(item, ofForm: true) { parts.append(part) } }
    return parts.isEmpty ? nil : parts
  }

  /// Several keys in one mapping all have to hold. `inside` is the `each` around it. The condition of the form itself
  /// looks at entries that stand, and so at those of other forms too: `mood.urges`.
  mutating func condition(_ node: YAML, inside each: String? = nil, ofForm: Bool = false) -> Condition? {
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      findings.error(node.line, "A condition has the form {question: value}.")
      return nil
    }
    var parts: [Condition] = []
    for entry in entries {
      switch entry.key {
      case "all", "any":
        guard case .sequence(let items) = entry.value.content, !items.isEmpty else {
          findings.error(entry.line, "The word \"\(entry.key)\" takes a list of conditions.")
          continue
        }
        var inner: [Condition] = []
        for item in items { if let part = condition(item, inside: each, ofForm: ofForm) { inner.append(part) } }
        parts.append(entry.key == "all" ? .all(inner) : .any(inner))
      default: parts += comparisons(entry, inside: each, ofForm: ofForm)
      }
    }
    return parts.count == 1 ? parts.first : parts.isEmpty ? nil : .all(parts)
  }

  private mutating func comparisons(_ entry: YAML.Entry, inside each: String?, ofForm: Bool) -> [Condition] {
    let found = earlier[entry.key]
    let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if ofForm, parts.count == 2, parts.allSatisfy(Name.isValid) {
      note(form: parts[0], question: parts[1], line: entry.line)
    } else if found == nil, ofForm {
      let name = Name.quoted(entry.key)
      findings.error(entry.line, "There is no question \(name) here: one of another form is written form.question.")
      return []
    } else if found == nil {
      let why = known.contains(entry.key) ? "comes later" : "does not exist"
      findings.error(entry.line, "This can never be true: the question \(Name.quoted(entry.key)) \(why).")
      return []
    }
    if let other = found?.each, other != each {
      findings.error(entry.line, "This can never be true: \(Name.quoted(entry.key)) is asked once for each item.")
      return []
    }
    let kind = found?.question.kind
    var comparisons: [Comparison] = []
    switch entry.value.content {
    case .scalar: comparisons = answer(entry.value, for: kind).map { [.equals($0)] } ?? []
    case .mapping(let words): comparisons = words.compactMap { comparison($0, kind) }
    case .sequence:
      findings.error(entry.line, "A question is compared with one value; use \"any\" for several.")
    }
    if let kind {
      for comparison in comparisons {
        guard let why = Reach(kind).impossible(comparison) else { continue }
        findings.flaw(entry.line, "This can never be true: \(why).")
      }
    }
    return comparisons.map { .compare(question: entry.key, $0) }
  }

  private func comparison(_ entry: YAML.Entry, _ kind: Question.Kind?) -> Comparison? {
    func number() -> Double? {
      if let number = entry.value.number { return number }
      findings.error(entry.line, "The comparison \"\(entry.key)\" needs a number.")
      return nil
    }
    switch entry.key {
    case "is": return answer(entry.value, for: kind).map(Comparison.equals)
    case "is-not": return answer(entry.value, for: kind).map(Comparison.isNot)
    case "at-least": return number().map(Comparison.atLeast)
    case "at-most": return number().map(Comparison.atMost)
    case "more-than": return number().map(Comparison.moreThan)
    case "less-than": return number().map(Comparison.lessThan)
    case "includes":
      if entry.value.text == nil { findings.error(entry.line, "The comparison \"includes\" needs one item.") }
      return entry.value.text.map(Comparison.includes)
    case "lacks":
      if entry.value.text == nil { findings.error(entry.line, "The comparison \"lacks\" needs one item.") }
      return entry.value.text.map(Comparison.lacks)
    case "before", "after":
      guard let moment = Moments.read(entry.value.text ?? "") else {
        findings.error(entry.line, "The comparison \"\(entry.key)\" needs a date, a time, or both.")
        return nil
      }
      return entry.key == "before" ? .before(moment) : .after(moment)
    case "answered":
      if entry.value.flag == nil { findings.error(entry.line, "The comparison \"answered\" needs yes or no.") }
      return entry.value.flag.map(Comparison.answered)
    default:
      findings.error(entry.line, "There is no comparison \(Name.quoted(entry.key)).")
      return nil
    }
  }

  /// A value as the question's type has it; without a type, as it looks. `choosing` takes several items for lists,
  /// where a comparison takes their number.
  func answer(_ node: YAML, for kind: Question.Kind?, choosing: Bool = false) -> Answer? {
    let answer: Answer?
    switch kind {
    case nil: answer = node.flag.map(Answer.yesNo) ?? node.number.map(Answer.number) ?? node.text.map(Answer.text)
    case .yesNo: answer = node.flag.map(Answer.yesNo)
    case .scale, .number, .duration: answer = node.number.map(Answer.number)
    case .date: answer = node.text.flatMap { Day(iso: $0) == nil ? nil : .text($0) }
    case .time: answer = node.text.flatMap { Moments.isTime($0) ? .text($0) : nil }
    case .dateTime: answer = node.text.flatMap(Moments.read).flatMap { $0.contains("-") ? .text($0) : nil }
    case .text, .choice: answer = node.text.map(Answer.text)
    case .list where choosing, .choices where choosing:
      let items = node.items.compactMap(\.text)
      answer = items.isEmpty ? nil : .items(items)
    case .list, .choices: answer = node.number.map(Answer.number)
    case .group, .each, .show, .breathe, .timer: answer = nil
    }
    if answer == nil { findings.error(node.line, "This value does not fit the type of the question.") }
    if choosing, let answer, let kind, let why = Reach(kind).impossible(.equals(answer)) {
      findings.error(node.line, "This default does not fit: \(why).")
    }
    return answer
  }
}
