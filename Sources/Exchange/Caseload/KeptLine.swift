import Forms
import Journal

/// Lines of logs that a caseload keeps, read back. They were checked when they came; what cannot be read is left out.
package enum KeptLine {
  /// The entry of a line, under its name in logs. Where the time was not shared, its moment is the beginning of its day.
  package static func answered(_ body: String, form: Form) -> Answered? {
    guard let line = LogLine(kept: body), let id = ULID(line.name) else { return nil }
    let start = Moment(milliseconds: Int64(line.day.daysSince1970) * 86_400_000, offset: 0, zone: "UTC")
    return Answered(
      entry: Entry(
        id: id, revision: line.revision, status: line.isWithdrawn ? .withdrawn : .final,
        form: FormStamp(id: line.form, version: line.version, wording: ""), day: line.day, part: line.part,
        recorded: line.recorded ?? start, answers: line.answers.mapValues(harmless),
        links: line.links.compactMap { link in ULID(link.entry).map { Link(name: link.name, entry: $0) } }),
      form: form)
  }

  /// What a manifest says of a form.
  package static func form(_ body: String) -> Form? {
    guard var form = LogForm(kept: body)?.form else { return nil }
    form.title = HarmlessText.line(form.title)
    form.questions = form.questions.map(harmless)
    form.scores = form.scores.map { score in
      var score = score
      score.label = HarmlessText.line(score.label)
      return score
    }
    return form
  }

  private static func harmless(_ answer: Answer) -> Answer {
    switch answer {
    case .text(let text): .text(HarmlessText.text(text))
    case .items(let items): .items(items.map(HarmlessText.line))
    case .group(let inner): .group(inner.mapValues(harmless))
    case .each(let rows):
      .each(rows.map { EachAnswer(of: HarmlessText.line($0.of), answers: $0.answers.mapValues(harmless)) })
    case .number, .yesNo: answer
    }
  }

  private static func harmless(_ question: Question) -> Question {
    var question = question
    question.ask = HarmlessText.line(question.ask)
    question.unit = question.unit.map(HarmlessText.line)
    func labelled(_ choices: Choices) -> Choices {
      var choices = choices
      for index in choices.options.indices {
        choices.options[index].label = HarmlessText.line(choices.options[index].label)
      }
      return choices
    }
    switch question.kind {
    case .choice(let choices): question.kind = .choice(labelled(choices))
    case .choices(let choices, let least): question.kind = .choices(labelled(choices), least: least)
    case .group(let inner): question.kind = .group(inner.map(harmless))
    case .each(let of, let inner): question.kind = .each(of: of, inner.map(harmless))
    default: break
    }
    return question
  }
}
