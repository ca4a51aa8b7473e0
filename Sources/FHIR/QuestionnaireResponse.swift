import Forms
import JSON

/// A filled-in form as a FHIR R4 QuestionnaireResponse: the lossless record of an entry.
package struct QuestionnaireResponse: Equatable, Sendable {
  package enum Status: String, Sendable {
    case completed, amended, stopped
    case enteredInError = "entered-in-error"
  }

  package var form: Form
  package var answers: [String: Answer]
  /// RFC 3339 with offset, or a day.
  package var authored: String
  /// What a time of a day gets: FHIR has none without.
  package var offset: String
  package var status: Status

  /// `isAmended`: it is not the first revision. What was left with a required question open is `stopped`.
  package init(
    form: Form, answers: [String: Answer], authored: String, offset: String? = nil, isAmended: Bool = false,
    isWithdrawn: Bool = false
  ) {
    self.form = form
    self.answers = answers
    self.authored = authored
    self.offset = offset ?? Self.offset(of: authored)
    let open = Set(form.steps(under: Walk(form, editing: answers).answers).map(\.path.question))
    let given = answers.flat
    let isWhole = form.allQuestions.allSatisfy { question in
      question.source?.required != true || question.source?.part != .item || question.hidden == true
        || !open.contains(question.id) || given[question.id] != nil
    }
    status = isWithdrawn ? .enteredInError : !isWhole ? .stopped : isAmended ? .amended : .completed
  }

  /// `+01:00` of an RFC 3339 time.
  package static func offset(of time: String) -> String { time.hasSuffix("Z") ? "Z" : String(time.suffix(6)) }

  /// `canonical` names the questionnaire where the form itself has no address.
  package func json(canonical: String? = nil) -> JSON {
    var members: [(String, JSON)] = [("resourceType", "QuestionnaireResponse")]
    if let url = form.source?.url ?? canonical {
      members.append(("questionnaire", .string(form.source?.version.map { "\(url)|\($0)" } ?? url)))
    }
    members += [("status", .string(status.rawValue)), ("authored", .string(authored))]
    let known = form.visible(under: answers)
    let items = items(form.questions, answers, known)
    if status != .enteredInError, !items.isEmpty { members.append(("item", .array(items))) }
    return .object(JSON.Object(members))
  }

  private func items(_ questions: [Question], _ answers: [String: Answer], _ known: [String: Answer]) -> [JSON] {
    var items: [JSON] = []
    for (place, question) in questions.enumerated() {
      if let when = question.when, !when.holds(over: known) { continue }
      switch (question.source?.part, question.kind) {
      // These come with the question before them.
      case (.below, _), (.unit, _), (.words, _): continue
      case (_, .group(let inner)):
        let nested: [String: Answer] = if case .group(let group)? = answers[question.id] { group } else { [:] }
        let below = self.items(inner, nested, known)
        if !below.isEmpty { items.append(item(question, [("item", .array(below))])) }
      case (_, .each(_, let inner)):
        guard case .each(let rows)? = answers[question.id] else { continue }
        for row in rows {
          let local = known.merging(row.answers.flat) { $1 }
          let of: JSON = ["linkId": .string("\(question.id).of"), "answer": [["valueString": .string(row.of)]]]
          items.append(item(question, [("item", .array([of] + self.items(inner, row.answers, local)))]))
        }
      default:
        let after = questions[(place + 1)...].prefix { $0.source?.part == .below || $0.source?.part == .unit }
        let unit = after.first { $0.source?.part == .unit }.flatMap { unit in
          FHIRValue(question: unit).code(answers[unit.id])
        }
        var values = value(of: question, answers, unit: unit)
        guard !values.isEmpty else { continue }
        for group in after where group.source?.part == .below {
          guard case .group(let inner) = group.kind else { continue }
          let nested: [String: Answer] = if case .group(let given)? = answers[group.id] { given } else { [:] }
          let below = self.items(inner, nested, known)
          // Asked once, it belongs to the first answer.
          if !below.isEmpty { values[0].append(("item", .array(below))) }
        }
        let list = values.map { JSON.object(JSON.Object($0)) }
        items.append(item(question, [("answer", .array(list))]))
      }
    }
    return items
  }

  private func item(_ question: Question, _ rest: [(String, JSON)]) -> JSON {
    var members: [(String, JSON)] = [("linkId", .string(question.source?.link ?? question.id))]
    if !question.ask.isEmpty { members.append(("text", .string(question.ask))) }
    return .object(JSON.Object(members + rest))
  }

  private func value(
    of question: Question, _ answers: [String: Answer], unit: Code?
  ) -> [[(String, JSON)]] {
    let values = FHIRValue(question: question, chosenUnit: unit, offset: offset)
    if let score = question.source?.score {
      // As the file adds it up; nothing where an answer is missing.
      guard MeasureReading(form, self.answers).sums.first(where: { $0.id == score })?.value != nil else { return [] }
      return form.scores(of: self.answers).first { $0.id == score }.map { [values.score($0.value)] } ?? []
    }
    let answer = question.hidden == true ? question.initial : answers[question.id]
    return answer.map(values.values) ?? []
  }
}

extension Form {
  /// Answers by question id that conditions see: those that are open, and those that are never asked.
  fileprivate func visible(under response: [String: Answer]) -> [String: Answer] {
    var known = response.flat
    // Open questions come in order, so that one pass is enough.
    for question in allQuestions where question.hidden == true {
      if question.when?.holds(over: known) ?? true { known[question.id] = question.initial }
    }
    return known
  }
}
