import JSON

extension Walk {
  /// As a draft is stored: every place with its answer, and where the person stands.
  package var json: JSON {
    var members: [(String, JSON)] = [
      ("form", .string(form)), ("version", .number(Double(version))),
      ("answers", .array(answers.map { [$0.key.json, $0.value.json] }.sorted { "\($0)" < "\($1)" })),
      ("skipped", .array(skipped.map(\.json).sorted { "\($0)" < "\($1)" })),
      ("atEnd", .bool(isAtEnd)), ("returning", .bool(returning)),
      ("lines", .array(lines.map(JSON.string))), ("partial", .string(partial)),
    ]
    if let cursor { members.append(("cursor", cursor.json)) }
    return .object(JSON.Object(members))
  }

  /// Nil unless `json` is what `json` writes.
  package init?(_ json: JSON, for form: Form) {
    guard json["form"]?.string == form.id, let version = json["version"]?.integer,
      let answers = json["answers"]?.array, let skipped = json["skipped"]?.array,
      let lines = json["lines"]?.array, let partial = json["partial"]?.string
    else { return nil }
    self.init(form)
    self.version = version
    for pair in answers {
      guard let pair = pair.array, pair.count == 2, let path = Path(pair[0]), let answer = Answer(pair[1]) else {
        return nil
      }
      self.answers[path] = answer
    }
    self.skipped = Set(skipped.compactMap(Path.init))
    self.lines = lines.compactMap(\.string)
    self.partial = partial
    isAtEnd = json["atEnd"]?.bool ?? false
    returning = json["returning"]?.bool ?? false
    cursor = json["cursor"].flatMap(Path.init)
  }
}

extension Path {
  /// `["situation"]`, `[["strength", "fear"], "before"]`
  fileprivate var json: JSON {
    .array(
      parts.map { part in part.item.map { .array([.string(part.question), .string($0)]) } ?? .string(part.question) })
  }

  fileprivate init?(_ json: JSON) {
    guard let parts = json.array else { return nil }
    self.init([])
    for part in parts {
      if let question = part.string {
        self.parts.append(Part(question))
      } else if let pair = part.array, pair.count == 2, let question = pair[0].string, let item = pair[1].string {
        self.parts.append(Part(question, item: item))
      } else {
        return nil
      }
    }
  }
}
