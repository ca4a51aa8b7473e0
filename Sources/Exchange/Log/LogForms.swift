import Forms
import JSON

/// The forms of a log as its manifest describes them: what a reader needs to make sense of the answers.
enum LogForms {
  /// One description for each id and version; where a form was worded in several ways, as a diary card is, with the
  /// questions of all. Of measures no words of the instrument go along.
  static func json(_ forms: [Form]) -> JSON {
    var described: [(key: String, form: Form, questions: [(Question, within: String?)])] = []
    for form in forms {
      let key = "\(form.id) \(form.version)"
      let questions = flat(form.questions, within: nil)
      guard let index = described.firstIndex(where: { $0.key == key }) else {
        described.append((key, form, questions))
        continue
      }
      let known = Set(described[index].questions.map(\.0.id))
      described[index].questions += questions.filter { !known.contains($0.0.id) }
    }
    described.sort { ($0.form.id, $0.form.version) < ($1.form.id, $1.form.version) }
    return .array(
      described.map { one in
        var members: [(String, JSON)] = [
          ("id", .string(one.form.id)), ("version", .number(Double(one.form.version))),
          ("title", .string(one.form.title)), ("kind", .string(one.form.kind.rawValue)),
          ("questions", .array(one.questions.map { question($0.0, within: $0.within, of: one.form) })),
        ]
        if !one.form.scores.isEmpty { members.append(("scores", .array(one.form.scores.map(score)))) }
        return .object(JSON.Object(members))
      })
  }

  private static func flat(_ questions: [Question], within: String?) -> [(Question, within: String?)] {
    questions.flatMap { question -> [(Question, within: String?)] in
      switch question.kind {
      case .group(let inner), .each(_, let inner): [(question, within)] + flat(inner, within: question.id)
      case .show, .breathe, .timer: []
      default: [(question, within)]
      }
    }
  }

  private static func question(_ question: Question, within: String?, of form: Form) -> JSON {
    var members: [(String, JSON)] = [("id", .string(question.id)), ("type", .string(type(question.kind)))]
    if let code = question.codes.first {
      members.append(("code", ["system": .string(code.system), "code": .string(code.code)]))
    }
    if let unit = unit(question) { members.append(("unit", .string(unit))) }
    if let range = range(question.kind) {
      members.append(("range", .object(JSON.Object(range.map { ($0.0, .number($0.1)) }))))
    }
    if question.selfHarm == true { members.append(("selfHarm", true)) }
    if let within { members.append(("within", .string(within))) }
    // The wording of a measure belongs to those who made it; what its choices count is a fact.
    let isMeasure = form.kind == .measure
    if !isMeasure { members.append(("text", .string(question.heading ?? question.ask))) }
    let options = question.choices?.options.map { ($0.code, option($0, labelled: !isMeasure)) } ?? []
    if !options.isEmpty { members.append(("choices", .object(JSON.Object(options)))) }
    return .object(JSON.Object(members))
  }

  private static func option(_ option: Choices.Option, labelled: Bool) -> JSON {
    var members: [(String, JSON)] = []
    if labelled { members.append(("label", .string(option.label))) }
    if let weight = option.weight { members.append(("weight", .number(weight))) }
    return .object(JSON.Object(members))
  }

  private static func score(_ score: Score) -> JSON {
    [
      "id": .string(score.id), "label": .string(score.label), "sum": .array(score.sum.map(JSON.string)),
      "minus": .array(score.minus.map(JSON.string)),
    ]
  }

  /// Durations are stored in minutes, however they are typed.
  private static func unit(_ question: Question) -> String? {
    if case .duration = question.kind { "min" } else { question.unit }
  }

  private static func type(_ kind: Question.Kind) -> String {
    switch kind {
    case .text: "text"
    case .list: "list"
    case .choice: "choice"
    case .choices: "choices"
    case .scale: "scale"
    case .number: "number"
    case .yesNo: "yes-no"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date-time"
    case .duration: "duration"
    case .group: "group"
    case .each: "each"
    case .show: "show"
    case .breathe: "breathe"
    case .timer: "timer"
    }
  }

  private static func range(_ kind: Question.Kind) -> [(String, Double)]? {
    switch kind {
    case .scale(let low, let high, _, _): return [("low", Double(low)), ("high", Double(high))]
    case .number(let low, let high, _):
      let ends = [low.map { ("low", $0) }, high.map { ("high", $0) }].compactMap { $0 }
      return ends.isEmpty ? nil : ends
    default: return nil
    }
  }
}
