import Forms

/// A form as its response is written: answers that are there are written, whatever stayed with the person.
struct FHIRForm {
  private let form: Form
  private let redacted: Set<String>

  init(_ shared: SharedEntry) {
    form = shared.form
    redacted = Set(shared.redacted)
  }

  /// For the status: an answer that stays with the person is no open question.
  var asked: Form {
    var asked = form
    asked.questions = changed(asked.questions) { question in
      if redacted.contains(question.id) { question.source?.required = false }
    }
    return asked
  }

  /// For the answers. A condition may hang on an answer that stays; it has done its work when the form was filled in.
  var answered: Form {
    var answered = form
    let isMeasure = form.kind == .measure
    let keepsConditions = form.source != nil && redacted.isEmpty
    answered.source?.url = address
    answered.questions = changed(answered.questions) { question in
      if question.hidden != true, !keepsConditions { question.when = nil }
      // The wording of a measure belongs to those who made it.
      question.ask = isMeasure ? "" : (question.heading ?? question.ask).withoutItem
      question.kind = coded(question)
    }
    return answered
  }

  /// The address where the form has none of its own. A version that the file names is added to it.
  var canonical: String {
    let own = FHIRAddress.form(form.id)
    return form.source?.version != nil ? own : "\(own)|\(form.version)"
  }

  /// Whether the response names the form by another address than its file does.
  var isRenamed: Bool { file != nil && address == nil }

  /// The form's own address, where it can be given with its version.
  private var address: String? { form.source?.version == nil ? nil : file }

  /// The address of the file that the form was read from, if it is a whole one.
  var file: String? {
    guard let url = form.source?.url, ["http://", "https://", "urn:"].contains(where: url.hasPrefix),
      !url.contains(where: { $0.isWhitespace || $0 == "|" })
    else { return nil }
    return url
  }

  private func changed(_ questions: [Question], _ change: (inout Question) -> Void) -> [Question] {
    questions.map { question in
      var question = question
      change(&question)
      switch question.kind {
      case .group(let inner): question.kind = .group(changed(inner, change))
      case .each(let of, let inner): question.kind = .each(of: of, changed(inner, change))
      default: break
      }
      return question
    }
  }

  /// A code without its system says nothing to another program.
  private func coded(_ question: Question) -> Question.Kind {
    func coded(_ choices: Choices) -> Choices {
      var choices = choices
      let system = FHIRAddress.options(question.id, of: form.id)
      for index in choices.options.indices where choices.options[index].source == nil {
        let option = choices.options[index]
        let display = form.kind == .measure || option.label.isEmpty ? nil : option.label
        choices.options[index].source = OptionSource(
          .coding, Code(system: system, code: option.code, display: display))
      }
      return choices
    }
    switch question.kind {
    case .choice(let choices): return .choice(coded(choices))
    case .choices(let choices, let least): return .choices(coded(choices), least: least)
    default: return question.kind
    }
  }
}

extension String {
  /// The words of a question that is asked of several things: what it is asked of stands in an item of its own.
  fileprivate var withoutItem: String { replacing("{it}: ", with: "").replacing("{it}", with: "it") }
}
