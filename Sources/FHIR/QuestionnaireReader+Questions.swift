import Forms

extension QuestionnaireReader {
  /// An item as questions of the form: itself, words around it, a unit to choose, and what stands below it.
  mutating func questions(for item: Item) throws(Trouble) -> [Question] {
    let when = try Conditions(items: items, all: []).condition(of: item)
    switch item.kind {
    case .display: return item.isHidden ? [] : [shown(item.text, with: item, when: when)]
    case .group:
      var inner: [Question] = []
      if !item.text.isEmpty, !item.isHidden { inner.append(shown(item.text, with: item)) }
      for child in item.children { inner += try questions(for: child) }
      guard !inner.isEmpty else { return [] }
      var group = Question(item.id, .group(inner), ask: item.text, when: when)
      group.source = source(of: item)
      return [group]
    default: return try asked(item, when: when)
    }
  }

  private func source(of item: Item) -> QuestionSource {
    QuestionSource(link: item.link, type: item.kind.rawValue, codes: item.codes, required: item.required)
  }

  /// Words alone, which do not go back into a response.
  private mutating func shown(_ text: String, with item: Item, when: Condition? = nil) -> Question {
    var question = Question(
      item.kind == .display ? item.id : unique("\(item.id)-words"), .show(text), when: when)
    question.source = QuestionSource(.words, link: item.link, type: "display")
    return question
  }

  private mutating func asked(_ item: Item, when: Condition?) throws(Trouble) -> [Question] {
    var question = Question(
      item.id, try kind(of: item), ask: item.text, optional: !item.required, when: when,
      initial: try Initials(item: item).answer())
    question.source = source(of: item)
    question.hidden = item.isHidden ? true : nil
    if let code = item.codes.first { question.code = code }
    try Limits(item: item).set(on: &question)
    var before: [Question] = []
    var below: [Question] = []
    for child in item.children {
      if child.kind == .display {
        if try Self.isHelp(child) {
          question.why = child.text
        } else if !item.isHidden, !child.isHidden {
          before.append(shown(child.text, with: child, when: when))
        }
      } else {
        below += try questions(for: child)
      }
    }
    var all = before + [question]
    if item.kind == .quantity { all += try unitQuestion(item) }
    if !below.isEmpty {
      var group = Question(
        unique("\(item.id)-below"), .group(below), when: .compare(question: item.id, .answered(true)))
      group.source = QuestionSource(.below, link: item.link, type: "group")
      all.append(group)
    }
    return all
  }

  private func kind(of item: Item) throws(Trouble) -> Question.Kind {
    if item.isChosen {
      let choices = Choices(item.options, other: item.kind == .openChoice)
      guard item.repeats else { return .choice(choices) }
      let least = try item.node.extensions(FHIRNames.minOccurs).first?.whole("valueInteger") ?? 0
      guard (0...item.options.count + (choices.other ? 100 : 0)).contains(least) else {
        throw Trouble("Nobody can choose \(least) of \(item.options.count) answers.", at: item.node)
      }
      return .choices(choices, least: least)
    }
    switch item.kind {
    case .boolean: return .yesNo
    case .integer: return .number(low: nil, high: nil, whole: true)
    case .decimal, .quantity: return .number(low: nil, high: nil, whole: false)
    case .date: return .date
    case .dateTime: return .dateTime
    case .time: return .time
    default: return item.repeats ? .list : .text
    }
  }

  /// Where a quantity leaves a choice of units, the unit is a question of its own.
  private mutating func unitQuestion(_ item: Item) throws(Trouble) -> [Question] {
    let units = try item.node.extensions(FHIRNames.unitOption)
    guard units.count > 1, try item.node.extensions(FHIRNames.unit).isEmpty, !item.isHidden else { return [] }
    var options: [Choices.Option] = []
    for unit in units {
      guard let value = unit["valueCoding"] else { throw Trouble("This unit has no coding.", at: unit) }
      let code = try value.code()
      var option = Choices.Option(code.code.isEmpty ? code.display ?? "" : code.code, code.display ?? code.code)
      option.source = OptionSource(.coding, code)
      guard !options.contains(where: { $0.code == option.code }) else {
        throw Trouble("This unit stands here twice.", at: unit)
      }
      options.append(option)
    }
    var question = Question(
      unique("\(item.id)-unit"), .choice(Choices(options)), ask: "In which unit?", optional: true,
      when: .compare(question: item.id, .answered(true)))
    question.source = QuestionSource(.unit, link: item.link, type: "choice")
    return [question]
  }

  private static func isHelp(_ item: Item) throws(Trouble) -> Bool {
    for control in try item.node.extensions(FHIRNames.itemControl) {
      let codes = control["valueCodeableConcept"]?.json["coding"]?.array ?? []
      if codes.contains(where: { ["help", "flyover"].contains($0["code"]?.string) }) { return true }
    }
    return false
  }
}
