import Forms

extension FormReader {
  /// Takes the fields that belong to the type.
  mutating func kind(
    _ type: String, id: String, line: Int, _ fields: inout Fields, depth: Int, each: String?
  ) -> Question.Kind? {
    switch type {
    case "": return nil
    case "text": return .text
    case "list": return .list
    case "yes-no": return .yesNo
    case "date": return .date
    case "time": return .time
    case "date-time": return .dateTime
    case "duration": return .duration
    case "choice": return .choice(choices(&fields, inside: each))
    case "choices":
      let choices = choices(&fields, inside: each)
      let leastLine = fields.line(of: "least")
      let least = fields.whole("least", in: 0...Self.mostOptions) ?? 0
      if choices.of == nil, !choices.other, !choices.options.isEmpty, least > choices.options.count {
        findings.error(leastLine, "Nobody can choose \(least) of \(choices.options.count) options.")
      }
      return .choices(choices, least: least)
    case "scale": return scale(&fields)
    case "number": return number(&fields)
    case "show":
      let textLine = fields.line(of: "text")
      let text = fields.needed("text")
      checkPlaceholders(text, line: textLine, each: each)
      return .show(text)
    case "breathe":
      return .breathe(
        inhale: needed("in", in: 1...20, &fields), exhale: needed("out", in: 1...20, &fields),
        seconds: needed("seconds", in: 5...3_600, &fields))
    case "timer": return .timer(seconds: needed("seconds", in: 1...7_200, &fields))
    case "group":
      return .group(questions(inner(&fields), depth: depth + 1, each: each))
    case "each":
      if each != nil { findings.error(line, "An each cannot stand inside another.") }
      let source = source(&fields, inside: each) ?? ""
      if source.isEmpty { findings.error(line, "The type each needs \"of\" with an earlier list or choices.") }
      return .each(of: source, questions(inner(&fields), depth: depth + 1, each: id))
    default:
      findings.error(line, "There is no type \(Name.quoted(type)).")
      return nil
    }
  }

  private func inner(_ fields: inout Fields) -> YAML? {
    let node = fields.take("questions")
    if node == nil { findings.error(fields.line, "The field \"questions\" is missing.") }
    return node
  }

  private func needed(_ key: String, in range: ClosedRange<Int>, _ fields: inout Fields) -> Int {
    let before = findings.errors.count
    if let value = fields.whole(key, in: range) { return value }
    if findings.errors.count == before { findings.error(fields.line, "The field \"\(key)\" is missing.") }
    return range.lowerBound
  }

  private func scale(_ fields: inout Fields) -> Question.Kind {
    let line = fields.line
    let low = needed("low", in: -1_000...1_000, &fields)
    let high = needed("high", in: -1_000...1_000, &fields)
    if low >= high { findings.error(line, "The low end of a scale has to be below its high end.") }
    let endsLine = fields.line(of: "ends")
    let ends = fields.texts("ends")
    if ends.isEmpty {
      findings.flaw(line, "This scale has no words for its ends.")
    } else if ends.count != 2 {
      findings.error(endsLine, "The field \"ends\" takes two texts, for the low and the high end.")
    }
    return .scale(low: low, high: high, lowWords: ends.first ?? "", highWords: ends.count > 1 ? ends[1] : "")
  }

  private func number(_ fields: inout Fields) -> Question.Kind {
    let line = fields.line
    let low = fields.number("low")
    let high = fields.number("high")
    if let low, let high, low >= high { findings.error(line, "The lowest number has to be below the highest.") }
    return .number(low: low, high: high, whole: fields.flag("whole") ?? false)
  }

  /// The `of` of a choice or an each: an earlier list or choices.
  private func source(_ fields: inout Fields, inside each: String?) -> String? {
    let line = fields.line(of: "of")
    guard let id = fields.name("of") else { return nil }
    switch earlier[id]?.question.kind {
    case .list, .choices:
      if !isVisible(id, inside: each) {
        findings.error(line, "The question \(Name.quoted(id)) is asked once for each item.")
      }
    case nil:
      let why = known.contains(id) ? "comes later" : "does not exist"
      findings.error(line, "The question \(Name.quoted(id)) \(why).")
    default: findings.error(line, "The question \(Name.quoted(id)) is neither a list nor choices.")
    }
    return id
  }

  private func choices(_ fields: inout Fields, inside each: String?) -> Choices {
    let line = fields.line
    let of = source(&fields, inside: each)
    var options: [Choices.Option] = []
    let fromLine = fields.line(of: "from")
    if let from = fields.name("from") {
      if let given = list(from) {
        options = given
      } else {
        findings.error(fromLine, "There is no list called \(Name.quoted(from)).")
      }
    } else if let node = fields.take("options") {
      options = OptionsReader(findings: findings).read(node)
    } else if of == nil {
      findings.error(line, "A choice needs \"options\", \"from\" or \"of\".")
    }
    return Choices(options, of: of, other: fields.flag("other") ?? false)
  }
}
