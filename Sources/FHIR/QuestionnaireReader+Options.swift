import Forms

extension QuestionnaireReader {
  /// What can be chosen at an item; empty where any value is taken.
  func options(of item: Item) throws(Trouble) -> [Choices.Option] {
    let (given, named) = (try item.node.list("answerOption"), item.node["answerValueSet"])
    guard item.isQuestion else { return [] }
    if let named, !given.isEmpty {
      throw Trouble("This question has answers here and names a list of them as well.", at: named)
    }
    var found: [(option: Choices.Option, node: Node)] = []
    if let named {
      for entry in try lists.entries(named) {
        var option = Self.option(entry.code)
        option.weight = try Weights.only(entry.weights)
        found.append((option, entry.node))
      }
      if found.isEmpty { throw Trouble("The list of answers for this question is empty.", at: named) }
    }
    for node in given { found.append((try option(node, of: item), node)) }
    if found.isEmpty, item.kind == .choice {
      throw Trouble("This question has no answers to choose from.", at: item.node)
    }
    guard found.count <= Questionnaire.mostOptions else {
      throw Trouble("This question has more than \(Questionnaire.mostOptions) answers.", at: item.node)
    }
    return try distinct(found)
  }

  /// Each option with a code of its own; the same answer twice cannot be told apart.
  private func distinct(
    _ found: [(option: Choices.Option, node: Node)]
  ) throws(Trouble) -> [Choices.Option] {
    var options: [Choices.Option] = []
    var sources: Set<String> = []
    let codes = Dictionary(grouping: found.map(\.option.code)) { $0 }.mapValues(\.count)
    for (option, node) in found {
      let code = option.source?.code
      var option = option
      let system = code?.system ?? ""
      if codes[option.code] ?? 0 > 1 { option.code = "\(system)|\(option.code)" }
      guard sources.insert(option.code).inserted else { throw Trouble("This answer stands here twice.", at: node) }
      options.append(option)
    }
    return options
  }

  private func option(_ node: Node, of item: Item) throws(Trouble) -> Choices.Option {
    try node.refuseModifiers()
    guard let (type, value) = try node.choice("value") else {
      throw Trouble("This answer has no value.", at: node)
    }
    var weights = try Weights.read(node)
    func plain(_ kind: OptionSource.Kind, _ text: String, weight: Double? = nil) -> Choices.Option {
      var option = Choices.Option(text, text, weight: weight)
      option.source = OptionSource(kind, Code(system: "", code: text))
      return option
    }
    var option: Choices.Option
    switch (type, item.kind) {
    case ("Coding", .choice), ("Coding", .openChoice):
      guard value.json.object != nil else { throw Trouble("A coding has to be an object.", at: value) }
      option = Self.option(try value.code())
      weights += try Weights.read(value)
    case ("Integer", .choice), ("Integer", .openChoice), ("Integer", .integer):
      guard let number = value.json.integer else { throw Trouble("A whole number is needed here.", at: value) }
      option = plain(.integer, String(number), weight: Double(number))
    case ("String", .choice), ("String", .openChoice), ("String", .string), ("String", .text):
      guard let text = value.json.string, !text.trimmed.isEmpty else { throw Trouble("Text is needed here.", at: value) }
      option = plain(.string, text)
    case ("Date", .choice), ("Date", .openChoice), ("Date", .date):
      option = plain(.date, try Moments.date(value))
    case ("Time", .choice), ("Time", .openChoice), ("Time", .time):
      option = plain(.time, try Moments.time(value))
    default: throw Trouble("An answer of this kind cannot be offered for this type of question.", at: value)
    }
    if let weight = try Weights.only(weights) { option.weight = weight }
    return option
  }

  private static func option(_ code: Code) -> Choices.Option {
    let label = code.display.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed } ?? code.code
    var option = Choices.Option(code.code.isEmpty ? label : code.code, label)
    option.source = OptionSource(.coding, code)
    return option
  }
}
