import Forms

/// Which sums a questionnaire has: those of well-known ones, those that its formulas plainly say, and where there is no
/// formula at all, the sum of everything that counts.
struct Scores {
  let items: [String: Item]
  let all: [Item]
  let root: Node

  func add(to form: inout Form) throws(Trouble) {
    let totals = all.filter { $0.calculated != nil || isTotal($0) }
    let codes = form.source?.codes ?? []
    // What is asked about suicide is not added up at home.
    if SelfHarm.isPanel(codes) {
      form.source?.uncalculated = totals.map(label)
      return
    }
    let instrument = Instrument.named(in: form)
    let known = instrument?.questions(in: form)
    for total in totals {
      if let terms = try sum(of: total) {
        add(terms, total, to: &form)
      } else if let known, isTotal(total) || totals.count == 1 {
        add(known, total, to: &form)
      } else {
        form.source?.uncalculated.append(label(total))
      }
    }
    guard totals.isEmpty else { return }
    let counted = known ?? form.allQuestions.filter { question in
      question.hidden != true && question.choices?.options.contains { $0.weight != nil } == true
    }.map(\.id)
    guard !counted.isEmpty else { return }
    let label = known.flatMap { _ in instrument.map { "\($0.name) total" } } ?? "Sum of the answers"
    form.scores.append(Score(id: Self.free("total", in: form), label: label, sum: counted))
  }

  private func isTotal(_ item: Item) -> Bool {
    item.isQuestion && Instrument.all.contains { $0.isNamed(by: item.codes) }
  }

  private func label(_ item: Item) -> String { item.text.isEmpty ? "Total" : item.text }

  private func add(_ terms: [String], _ total: Item, to form: inout Form) {
    form.scores.append(Score(id: total.id, label: label(total), sum: terms))
    form.questions = Self.marking(total.id, in: form.questions)
  }

  /// The hidden question of a total says which score is its answer.
  private static func marking(_ id: String, in questions: [Question]) -> [Question] {
    questions.map { question in
      var question = question
      if question.id == id { question.source?.score = id }
      if case .group(let inner) = question.kind { question.kind = .group(marking(id, in: inner)) }
      return question
    }
  }

  private static func free(_ wanted: String, in form: Form) -> String {
    form.question(wanted) == nil ? wanted : free(wanted + "-sum", in: form)
  }

  /// The questions whose numbers a formula adds up, where it plainly does nothing else.
  private func sum(of total: Item) throws(Trouble) -> [String]? {
    guard let expression = total.calculated?["valueExpression"],
      ["text/fhirpath", nil].contains(try expression.text("language")),
      let text = try expression.text("expression")
    else { return nil }
    var variables: [String: String] = [:]
    let around = total.parents.compactMap { items[$0]?.node }
    for node in [root] + around + [total.node] {
      for variable in try node.extensions(FHIRNames.variable) {
        guard let value = variable["valueExpression"], let name = try value.text("name"),
          let formula = try value.text("expression"), try value.text("language") == "text/fhirpath"
        else { continue }
        // The same name twice: which one is meant depends on where one stands.
        guard variables.updateValue(formula, forKey: name) == nil else { return nil }
      }
    }
    guard var reader = SumExpression(text, variables: variables, items: items),
      let links = reader.read(), Set(links).count == links.count
    else { return nil }
    let terms = links.compactMap { items[$0] }.filter { !$0.isHidden }.map(\.id)
    return terms.count == links.count && !terms.isEmpty ? terms : nil
  }
}
