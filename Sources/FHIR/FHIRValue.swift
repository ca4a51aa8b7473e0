import Forms
import JSON

/// Answers to one question as `value[x]`.
struct FHIRValue {
  let question: Question
  var chosenUnit: Code?
  /// `+01:00`: a time of a day needs its zone in FHIR, and has the one of the entry.
  var offset: String

  init(question: Question, chosenUnit: Code? = nil, offset: String = "Z") {
    self.question = question
    self.chosenUnit = chosenUnit
    self.offset = offset
  }

  /// Each answer of a repeating question is a value of its own.
  func values(_ answer: Answer) -> [[(String, JSON)]] {
    switch answer {
    case .items(let items): return items.map { [text($0)] }
    case .text(let words): return [[text(words)]]
    case .yesNo(let yes): return [[("valueBoolean", .bool(yes))]]
    case .number(let value): return [[number(value)]]
    case .group, .each: return []
    }
  }

  func score(_ value: Double) -> [(String, JSON)] {
    switch question.source?.type {
    case "integer" where value == value.rounded(): return [("valueInteger", .number(value))]
    case "quantity":
      return [
        (
          "valueQuantity",
          [
            "value": .number(value), "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}",
          ]
        )
      ]
    case "string", "text": return [("valueString", .string(Form.plain(value)))]
    default: return [("valueDecimal", .number(value))]
    }
  }

  /// The coding of a chosen option.
  func code(_ answer: Answer?) -> Code? {
    guard case .text(let code)? = answer else { return nil }
    return question.choices?.options.first { $0.code == code }?.source?.code
  }

  private func number(_ value: Double) -> (String, JSON) {
    switch (question.source?.type, question.kind) {
    case ("quantity", _):
      var members: [(String, JSON)] = [("value", .number(value))]
      if let unit = chosenUnit ?? question.source?.unit {
        members.append(("unit", .string(unit.display ?? unit.code)))
        if !unit.system.isEmpty { members.append(("system", .string(unit.system))) }
        if !unit.code.isEmpty { members.append(("code", .string(unit.code))) }
      }
      return ("valueQuantity", .object(JSON.Object(members)))
    case ("decimal", _): return ("valueDecimal", .number(value))
    case (_, .scale), (_, .number(_, _, true)), ("integer", _): return ("valueInteger", .number(value))
    case (_, .duration):
      return (
        "valueQuantity",
        ["value": .number(value), "unit": "min", "system": "http://unitsofmeasure.org", "code": "min"]
      )
    default: return ("valueDecimal", .number(value))
    }
  }

  private func text(_ words: String) -> (String, JSON) {
    if let option = question.choices?.options.first(where: { $0.code == words }) { return chosen(option) }
    switch question.kind {
    case .date: return ("valueDate", .string(words))
    case .time: return ("valueTime", .string(words + ":00"))
    case .dateTime: return ("valueDateTime", .string(words.contains("T") ? "\(words):00\(offset)" : words))
    default: return (question.source?.type == "url" ? "valueUri" : "valueString", .string(words))
    }
  }

  private func chosen(_ option: Choices.Option) -> (String, JSON) {
    guard let source = option.source else {
      return ("valueCoding", ["code": .string(option.code), "display": .string(option.label)])
    }
    switch source.kind {
    case .string: return ("valueString", .string(source.code.code))
    case .integer: return ("valueInteger", .number(Double(source.code.code) ?? 0))
    case .date: return ("valueDate", .string(source.code.code))
    case .time: return ("valueTime", .string(source.code.code + ":00"))
    case .coding:
      let code = source.code
      var members: [(String, JSON)] = []
      if !code.system.isEmpty { members.append(("system", .string(code.system))) }
      if let version = code.version { members.append(("version", .string(version))) }
      if !code.code.isEmpty { members.append(("code", .string(code.code))) }
      if let display = code.display { members.append(("display", .string(display))) }
      return ("valueCoding", .object(JSON.Object(members)))
    }
  }
}
