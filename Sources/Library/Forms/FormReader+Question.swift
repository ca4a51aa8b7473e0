import Forms

extension FormReader {
  /// Groups may stand in groups, but no deeper than this.
  private static var deepest: Int { 3 }

  mutating func questions(_ node: YAML?, depth: Int, each: String? = nil) -> [Question] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      findings.error(node.line, "The field \"questions\" has to be a list of questions.")
      return []
    }
    guard depth <= Self.deepest else {
      findings.error(node.line, "Questions stand in groups \(Self.deepest) deep at most.")
      return []
    }
    return items.compactMap { question($0, depth: depth, each: each) }
  }

  private mutating func question(_ node: YAML, depth: Int, each: String?) -> Question? {
    count += 1
    guard count <= Self.mostQuestions else {
      if count == Self.mostQuestions + 1 {
        findings.error(node.line, "A form has \(Self.mostQuestions) questions at most.")
      }
      return nil
    }
    guard var fields = Fields(node, "A question", findings) else { return nil }
    let idLine = fields.line(of: "id")
    let id = fields.neededName("id")
    if ["it", "all", "any"].contains(id) { findings.error(idLine, "A question cannot be called \"\(id)\".") }
    if earlier[id] != nil { findings.error(idLine, "There are two questions called \(Name.quoted(id)).") }

    let typeLine = fields.line(of: "type")
    let type = fields.needed("type")
    let askLine = fields.line(of: "ask")
    let ask = fields.text("ask") ?? ""
    let whyLine = fields.line(of: "why")
    let why = fields.text("why")
    let optional = fields.flag("optional") ?? false
    let whenNode = fields.take("when")
    let when = whenNode.flatMap { condition($0, inside: each) }
    let prefill = prefill(&fields)
    let initialNode = fields.take("default")
    let code = code(&fields)
    let heading = fields.text("heading")
    let suggest: Question.Suggestion? = suggestion(&fields)
    guard let kind = kind(type, id: id, line: typeLine, &fields, depth: depth, each: each) else { return nil }
    var unit: String?
    if case .scale = kind { unit = fields.text("unit") }
    if case .number = kind { unit = fields.text("unit") }
    // `h`: a bare number means hours, as with sleep; else minutes.
    if case .duration = kind { unit = fields.text("unit") }
    let limits = limits(kind, &fields)
    fields.finish()
    if ask.isEmpty, kind.needsWords { findings.error(fields.line, "The field \"ask\" is missing.") }
    checkPlaceholders(ask, line: askLine, each: each)
    if let why { checkPlaceholders(why, line: whyLine, each: each) }
    let initial = initialNode.flatMap { answer($0, for: kind, choosing: true) }
    var question = Question(
      id, kind, ask: ask, why: why, optional: optional, when: when, initial: initial, prefill: prefill, unit: unit,
      code: code, heading: heading, suggest: suggest)
    (question.longest, question.earliest, question.latest) = (limits.longest, limits.earliest, limits.latest)
    question.selfHarm = limits.selfHarm
    earlier[id] = (question, each)
    return question
  }

  /// `longest` for words, `earliest` and `latest` for days and times, `self-harm` for what is answered from a list, a scale
  /// or with yes and no.
  private func limits(
    _ kind: Question.Kind, _ fields: inout Fields
  ) -> (longest: Int?, earliest: String?, latest: String?, selfHarm: Bool?) {
    func moment(_ key: String) -> String? {
      let line = fields.line(of: key)
      guard let text = fields.text(key) else { return nil }
      if let moment = Moments.read(text) { return moment }
      findings.error(line, "The field \"\(key)\" takes a date such as 2026-11-20, a time such as 21:30, or both.")
      return nil
    }
    switch kind {
    case .text, .list: return (fields.whole("longest", in: 1...Step.longest), nil, nil, nil)
    case .date, .time, .dateTime: return (nil, moment("earliest"), moment("latest"), nil)
    case .scale, .number, .yesNo, .choice, .choices: return (nil, nil, nil, fields.flag("self-harm") == true ? true : nil)
    default: return (nil, nil, nil, nil)
    }
  }

  private func suggestion(_ fields: inout Fields) -> Question.Suggestion? {
    let line = fields.line(of: "suggest")
    guard let word = fields.text("suggest") else { return nil }
    if let known = Question.Suggestion(rawValue: word) { return known }
    let all = Question.Suggestion.allCases.map(\.rawValue).joined(separator: ", ")
    findings.error(line, "The field \"suggest\" takes one of \(all).")
    return nil
  }

  private func code(_ fields: inout Fields) -> Code? {
    guard let node = fields.take("code"), var inner = Fields(node, "A code", findings) else { return nil }
    let code = Code(system: inner.needed("system"), code: inner.needed("code"))
    inner.finish()
    return code
  }

  private mutating func prefill(_ fields: inout Fields) -> Prefill? {
    guard let node = fields.take("prefill"), var inner = Fields(node, "A prefill", findings) else { return nil }
    let last = inner.name("last")
    let linked = inner.name("linked")
    let form = inner.name("form")
    let question = inner.name("question")
    inner.finish()
    switch (last, linked, form, question) {
    case (let last?, nil, nil, nil):
      if !known.contains(last) {
        findings.error(node.line, "There is no question \(Name.quoted(last)) to prefill from.")
      }
      return .last(last)
    case (nil, let linked?, nil, nil):
      note(linked: linked, line: node.line)
      return .linked(linked)
    case (nil, nil, let form?, let question?):
      note(form: form, question: question, line: node.line)
      return .entry(form: form, question: question)
    default:
      findings.error(
        node.line, "A prefill is {last: question}, {linked: question}, or {form: form, question: question}.")
      return nil
    }
  }

  /// An earlier question with one answer here: not one that another `each` asks once for each item.
  func isVisible(_ id: String, inside each: String?) -> Bool {
    guard let found = earlier[id] else { return false }
    return found.each == nil || found.each == each
  }

  /// `{hot}` has to be an earlier question, `{it}` has to stand inside an `each`.
  func checkPlaceholders(_ text: String, line: Int, each: String?) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      guard Name.isValid(name) else { continue }
      if name == "it" ? each == nil : !isVisible(name, inside: each) {
        findings.error(line, "Nothing earlier stands for {\(name)}.")
      }
    }
  }
}

extension Question.Kind {
  /// Has a number for a score.
  var isNumeric: Bool {
    switch self {
    case .scale, .number, .duration: true
    case .choice(let choices), .choices(let choices, _): choices.options.contains { $0.weight != nil }
    default: false
    }
  }

  /// A question without words would be an empty line.
  var needsWords: Bool {
    switch self {
    case .show, .group, .each: false
    default: true
    }
  }
}
