/// A list of questions with what surrounds them; FHIR calls it a Questionnaire. Read from a YAML file in `content/`.
package struct Form: Equatable, Sendable, Codable {
  package enum Kind: String, Sendable, CaseIterable, Codable { case log, exercise, plan, measure }
  /// A safety question that is asked before the form opens.
  package enum Gate: String, Sendable, CaseIterable, Codable {
    case safeNow = "safe-now"
    case body, agreed
  }
  /// Set on what is about self-harm, overdose, withdrawal, exposure, bipolar disorder or medication.
  package enum Delicate: Equatable, Sendable, Codable {
    case unreviewed
    /// By whom and when.
    case reviewed(String)
  }

  package var id: String
  package var version: Int
  package var title: String
  package var kind: Kind
  package var summary: String
  package var minutes: Int?
  package var gate: Gate?
  package var questions: [Question]
  package var scores: [Score]
  package var offers: [Offer]
  /// The form is listed and offered only if this holds over the person's newest entries; nil is always. A question
  /// `mood.urges` is that of another form.
  package var when: Condition?
  /// Nil for what is not delicate. Unreviewed, it carries a banner and is never suggested by the program.
  package var delicate: Delicate?
  /// Where it was read from, if that is a file of another kind.
  package var source: FormSource?

  package init(
    id: String, version: Int, title: String, kind: Kind, summary: String, minutes: Int? = nil, gate: Gate? = nil,
    questions: [Question], scores: [Score] = [], offers: [Offer] = [], when: Condition? = nil,
    delicate: Delicate? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.kind = kind
    self.summary = summary
    self.minutes = minutes
    self.gate = gate
    self.questions = questions
    self.scores = scores
    self.offers = offers
    self.when = when
    self.delicate = delicate
  }
}

/// One question. `id` is unique in the form, also inside groups.
package struct Question: Equatable, Sendable, Codable {
  package indirect enum Kind: Equatable, Sendable, Codable {
    /// Several lines; an empty line ends it.
    case text
    /// One item a line; an empty line ends it.
    case list
    case choice(Choices)
    case choices(Choices, least: Int)
    /// Whole numbers from `low` to `high`, with words for both ends.
    case scale(low: Int, high: Int, lowWords: String, highWords: String)
    case number(low: Double?, high: Double?, whole: Bool)
    case yesNo
    case date
    case time
    /// A day, with or without a time of day.
    case dateTime
    /// Minutes; people type `7h 30m`, `7:30`, `90` or `45m`.
    case duration
    case group([Question])
    /// Asks the inner questions once for every answer chosen in question `of`.
    case each(of: String, [Question])
    /// Nothing is asked; `{id}` stands for an earlier answer.
    case show(String)
    /// Paced breathing, seconds in and out.
    case breathe(inhale: Int, exhale: Int, seconds: Int)
    /// A count-down in seconds.
    case timer(seconds: Int)
  }

  package var id: String
  package var kind: Kind
  /// The words of the question; `{it}` inside `each` is the current item.
  package var ask: String
  package var why: String?
  package var optional: Bool
  package var when: Condition?
  package var initial: Answer?
  package var prefill: Prefill?
  package var unit: String?
  package var code: Code?
  /// A few words that stand for the question where its answer is read or printed.
  package var heading: String?
  /// Ideas from the person's own entries, shown with the question.
  package var suggest: Suggestion?
  /// The most letters an answer, or one line of a list, may have.
  package var longest: Int?
  /// The first and the last day, time, or both, that is taken: `2026-11-20`, `21:30`, `2026-11-20T21:30`.
  package var earliest: String?
  package var latest: String?
  /// It asks about suicide or self-harm: after any answer but a plain no, safety comes first.
  package var selfHarm: Bool?
  /// Never asked; conditions see its `initial`.
  package var hidden: Bool?
  package var source: QuestionSource?

  package enum Suggestion: String, Sendable, CaseIterable, Codable {
    /// Skills after which distress was rated lower.
    case skills
    /// People marked as support.
    case people
    /// People who may be told in a crisis.
    case crisisPeople = "crisis-people"
    /// Names on the list of medicines.
    case medicines
  }

  package init(
    _ id: String, _ kind: Kind, ask: String = "", why: String? = nil, optional: Bool = false, when: Condition? = nil,
    initial: Answer? = nil, prefill: Prefill? = nil, unit: String? = nil, code: Code? = nil, heading: String? = nil,
    suggest: Suggestion? = nil
  ) {
    self.id = id
    self.kind = kind
    self.ask = ask
    self.why = why
    self.optional = optional
    self.when = when
    self.initial = initial
    self.prefill = prefill
    self.unit = unit
    self.code = code
    self.heading = heading
    self.suggest = suggest
  }
}

/// What can be chosen: given options, and the answers of an earlier `list` or `choices` question.
package struct Choices: Equatable, Sendable, Codable {
  package var options: [Option]
  /// The id of an earlier question whose answers are the options.
  package var of: String?
  /// The person may add their own.
  package var other: Bool
  package init(_ options: [Option] = [], of: String? = nil, other: Bool = false) {
    self.options = options
    self.of = of
    self.other = other
  }

  package struct Option: Equatable, Sendable, Codable {
    package var code: String
    package var label: String
    package var help: String?
    /// What the option counts in a score.
    package var weight: Double?
    package var source: OptionSource?
    package init(_ code: String, _ label: String, help: String? = nil, weight: Double? = nil) {
      self.code = code
      self.label = label
      self.help = help
      self.weight = weight
    }
  }
}

/// A term of a code system: `{system: handrail, code: situation}`.
package struct Code: Equatable, Sendable, Codable {
  package var system: String
  package var code: String
  /// The version of the system, and the words for the code there, where a file of another kind gave them.
  package var version: String?
  package var display: String?
  package init(system: String, code: String, version: String? = nil, display: String? = nil) {
    self.system = system
    self.code = code
    self.version = version
    self.display = display
  }
}

/// Where a suggested answer comes from.
package enum Prefill: Equatable, Sendable, Codable {
  /// The person's last answer to question `question` of the same form.
  case last(String)
  /// The answer to `question` of form `form`: in the entry that led here if it is of that form, else the last one.
  case entry(form: String, question: String)
  /// The answer to `question` in the entry that led here, of whatever form; nothing without one.
  case linked(String)
}

/// A named number computed over the answers: the sum of numbers less the sum of others.
/// A term is a question id, `strength.before` for the inner answers of an `each`, or a weighted choice.
package struct Score: Equatable, Sendable, Codable {
  package var id: String
  package var label: String
  package var sum: [String]
  package var minus: [String]
  package init(id: String, label: String, sum: [String], minus: [String] = []) {
    self.id = id
    self.label = label
    self.sum = sum
    self.minus = minus
  }
}

/// What the form offers when it is done: the closed loops.
package struct Offer: Equatable, Sendable, Codable {
  package enum Step: Equatable, Sendable, Codable {
    /// Another form, linked to this entry under `link`.
    case form(String, link: String?)
    /// A reminder on the date answered in this question, and the form it opens, linked to this entry.
    case remind(String, open: String? = nil, link: String? = nil)
  }
  package var step: Step
  package var say: String
  package var when: Condition?
  package init(_ step: Step, say: String, when: Condition? = nil) {
    self.step = step
    self.say = say
    self.when = when
  }
}
