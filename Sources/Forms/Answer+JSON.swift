import JSON

extension Answer {
  /// As answers stand in the log file and in the journal.
  package var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let value): .number(value)
    case .yesNo(let yes): .bool(yes)
    case .items(let items): .array(items.map(JSON.string))
    case .group(let answers): Self.json(answers)
    case .each(let rows): .array(rows.map { ["of": .string($0.of), "answers": Self.json($0.answers)] })
    }
  }

  package static func json(_ answers: [String: Answer]) -> JSON {
    .object(JSON.Object(answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
  }

  /// Nil for what no answer looks like: null, mixed arrays.
  package init?(_ json: JSON) {
    switch json {
    case .string(let text): self = .text(text)
    case .number(let value): self = .number(value)
    case .bool(let yes): self = .yesNo(yes)
    case .object:
      guard let answers = Answer.answers(json) else { return nil }
      self = .group(answers)
    case .array(let items):
      let texts = items.compactMap(\.string)
      if texts.count == items.count {
        self = .items(texts)
        return
      }
      let rows = items.compactMap { item -> EachAnswer? in
        guard let of = item["of"]?.string, let inner = item["answers"], let answers = Answer.answers(inner) else {
          return nil
        }
        return EachAnswer(of: of, answers: answers)
      }
      guard rows.count == items.count else { return nil }
      self = .each(rows)
    case .null: return nil
    }
  }

  package static func answers(_ json: JSON) -> [String: Answer]? {
    guard let object = json.object else { return nil }
    var answers: [String: Answer] = [:]
    for member in object.members {
      guard let answer = Answer(member.value) else { return nil }
      answers[member.name] = answer
    }
    return answers
  }
}

/// Coded as the same JSON, where a form's wording holds an answer (`default`, `when`).
extension Answer: Codable {
  package init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if let yes = try? box.decode(Bool.self) {
      self = .yesNo(yes)
    } else if let value = try? box.decode(Double.self) {
      self = .number(value)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else {
      self = .items(try box.decode([String].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .yesNo(let yes): try box.encode(yes)
    case .number(let value): try box.encode(value)
    case .text(let text): try box.encode(text)
    case .items(let items): try box.encode(items)
    case .group, .each:
      throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: "not a value"))
    }
  }
}
