import Forms
import Journal
import Vault

/// A question with a number, and where its number stands: `strength.before` inside an `each`.
struct QuestionPath {
  var path: String
  var question: Question

  static func all(of form: Form) -> [QuestionPath] { all(form.questions, prefix: "") }

  private static func all(_ questions: [Question], prefix: String) -> [QuestionPath] {
    questions.flatMap { question -> [QuestionPath] in
      let path = prefix + question.id
      switch question.kind {
      case .group(let inner), .each(_, let inner): return all(inner, prefix: path + ".")
      default: return [QuestionPath(path: path, question: question)]
      }
    }
  }
}

/// A question of a form as something that can be charted.
struct FormVariable {
  let form: Form
  let question: QuestionPath
  let days: Int

  private static let ownTongue = "handrail"
  static let diary = "diary-card"

  /// Nil for what is no scale, number or length of time: a yes to "Add more?" is not a trend.
  var variable: Variable? {
    let asked = question.question
    let name = self.name
    var measure = Quantity(name: name)
    var isTime = false
    switch asked.kind {
    case .scale(let low, let high, let lowWords, let highWords):
      measure = Quantity(
        name: name, unit: asked.unit ?? "", low: Double(low), high: Double(high), lowWords: lowWords,
        highWords: highWords)
    case .number: measure.unit = asked.unit ?? ""
    case .duration:
      isTime = true
      measure.unit = "hours"
    case .choice(let choices), .choices(let choices, _):
      let weights = choices.options.compactMap(\.weight)
      guard let low = weights.min(), let high = weights.max() else { return nil }
      (measure.low, measure.high) = (low, high)
    default: return nil
    }
    var variable = Variable(
      id: id, measure: measure, source: .numbers([NumberSource(form.id, question.path)]),
      // "mood sleep" are two of the mood log, not one.
      names: isMainLog ? [asked.id, name] : [asked.id, "\(form.id) \(asked.id)", "\(form.title) \(asked.id)", name])
    variable.isApart = Apart.holds(asked, of: form)
    variable.isDaily = form.kind == .log
    variable.isTime = isTime
    variable.days = days
    return variable
  }

  static func score(_ score: Score, of form: Form, days: Int) -> Variable {
    var variable = Variable(
      id: "\(form.id)-\(score.id)", measure: Quantity(name: "\(form.title): \(score.label)"),
      source: .numbers([NumberSource(form.id, score.id)]), names: [score.id, score.label, form.id, form.title])
    variable.isApart = Apart.holds(score, of: form)
    variable.isDaily = form.kind == .log || form.kind == .measure
    variable.days = days
    return variable
  }

  /// The term of our own code system, so that `sleep` of the mood log and of the diary card are one; else its own id.
  private var term: String? {
    guard let code = question.question.code, code.system == Self.ownTongue else { return nil }
    return code.code
  }

  private var isMainLog: Bool { form.id == "mood" || form.id == Self.diary }

  private var id: String { term ?? (isMainLog ? question.question.id : "\(form.id)-\(question.question.id)") }

  private var name: String {
    if let heading = question.question.heading { return heading }
    if let term { return Variable.plain(term).sentence }
    let words = Variable.plain(question.question.id)
    return isMainLog ? words.sentence : "\(form.title): \(words)"
  }
}
