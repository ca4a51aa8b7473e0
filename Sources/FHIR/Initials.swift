import Forms

/// The answer that stands there from the start.
struct Initials {
  let item: Item

  func answer() throws(Trouble) -> Answer? {
    let nodes = try item.node.list("initial")
    var chosen: [String] = []
    for (place, node) in try item.node.list("answerOption").enumerated()
    where try node.flag("initialSelected") == true {
      if item.options.indices.contains(place) { chosen.append(item.options[place].code) }
    }
    if !nodes.isEmpty, !chosen.isEmpty {
      throw Trouble("The first answer is given in two ways.", at: nodes[0])
    }
    guard !nodes.isEmpty || !chosen.isEmpty else { return nil }
    guard item.repeats || nodes.count + chosen.count == 1 else {
      throw Trouble("There are several first answers, and only one is taken.", at: item.node)
    }
    if item.isChosen {
      for node in nodes { chosen.append(try Matching(item: item).code(node)) }
      return item.repeats ? .items(chosen) : .text(chosen[0])
    }
    let answers = try values(nodes)
    guard item.repeats, item.kind == .string || item.kind == .text else { return answers.first }
    return .items(answers.compactMap { if case .text(let text) = $0 { text } else { nil } })
  }

  private func values(_ nodes: [Node]) throws(Trouble) -> [Answer] {
    var answers: [Answer] = []
    for node in nodes {
      guard let (type, value) = try node.choice("value") else { throw Trouble("There is no value here.", at: node) }
      answers.append(try Matching(item: item).value(type, value))
    }
    return answers
  }
}

/// Values of a file as answers to an item, exactly or not at all.
struct Matching {
  let item: Item

  /// The code of the option that a `value[x]` or `answer[x]` means.
  func code(_ node: Node, prefix: String = "value") throws(Trouble) -> String {
    guard let (type, value) = try node.choice(prefix) else { throw Trouble("There is no value here.", at: node) }
    return try code(type, value)
  }

  func code(_ type: String, _ value: Node) throws(Trouble) -> String {
    let found: [Choices.Option]
    switch type {
    case "Coding":
      let wanted = try value.code()
      let codings = item.options.filter { $0.source?.kind == .coding }
      found = codings.filter { option in
        guard let code = option.source?.code else { return false }
        guard !wanted.code.isEmpty else { return code.display == wanted.display }
        // Files leave the system out where there is only one.
        return code.code == wanted.code
          && (code.system == wanted.system || wanted.system.isEmpty || code.system.isEmpty)
      }
    case "Integer": found = plain(.integer, value.json.integer.map { String($0) })
    case "String":
      found = plain(.string, value.json.string)
      if found.isEmpty, item.kind == .openChoice, let text = value.json.string { return text }
    case "Date": found = plain(.date, try Moments.date(value))
    case "Time": found = plain(.time, try Moments.time(value))
    default: found = []
    }
    guard found.count == 1 else {
      throw Trouble("This is not one of the answers of the question \"\(item.link)\".", at: value)
    }
    return found[0].code
  }

  private func plain(_ kind: OptionSource.Kind, _ text: String?) -> [Choices.Option] {
    item.options.filter { $0.source?.kind == kind && $0.source?.code.code == text }
  }

  /// A value of a question without options.
  func value(_ type: String, _ value: Node) throws(Trouble) -> Answer {
    func wrong() -> Trouble { Trouble("This value does not fit the type of the question.", at: value) }
    switch (item.kind, type) {
    case (.boolean, "Boolean"):
      guard let flag = value.json.bool else { throw wrong() }
      return .yesNo(flag)
    case (.integer, "Integer"):
      guard let number = value.json.integer else { throw wrong() }
      return .number(Double(number))
    case (.decimal, "Decimal"), (.decimal, "Integer"):
      guard let number = value.json.number else { throw wrong() }
      return .number(number)
    case (.quantity, "Quantity"):
      guard let number = value.json["value"]?.number else { throw wrong() }
      return .number(number)
    case (.date, "Date"): return .text(try Moments.date(value))
    case (.time, "Time"): return .text(try Moments.time(value))
    case (.dateTime, "DateTime"), (.dateTime, "Date"): return .text(try Moments.dateTime(value))
    case (.string, "String"), (.text, "String"), (.url, "Uri"):
      guard let text = value.json.string, !text.isEmpty else { throw wrong() }
      return .text(text)
    default: throw wrong()
    }
  }
}
