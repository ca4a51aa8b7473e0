import Forms

/// What a person decides about apart when they share. A form belongs to one; a question may belong to another.
package enum ShareCategory: String, Sendable, CaseIterable {
  case mood, diary, thoughts, skills, exercises, measures, goals, homework, sessions, medication
  case reading, substances, tests, notes, plans, people, own

  package var title: String {
    switch self {
    case .mood: "Mood and sleep"
    case .diary: "Diary card"
    case .thoughts: "Thought records and experiments"
    case .skills: "Skills practised"
    case .exercises: "Other exercises"
    case .measures: "Check-ins and questionnaires"
    case .goals: "Goals"
    case .homework: "Homework"
    case .sessions: "Sessions planned and attended"
    case .medication: "Medication"
    case .reading: "Pages read, and those to talk about"
    case .substances: "Alcohol and other drugs"
    case .tests: "Test days"
    case .notes: "Notes, and what you wrote for group"
    case .plans: "Plans"
    case .people: "People and family"
    case .own: "Forms of your programme, and your own"
    }
  }

  /// As somebody else is told of it.
  package var toldTitle: String {
    switch self {
    case .notes: "notes, and what they wrote for group"
    case .own: "forms of the programme, and their own"
    default: title.lowercased()
    }
  }

  /// What goes unless the person says otherwise: numbers, and no words of their own.
  package var usual: ShareDetail {
    switch self {
    case .substances, .tests, .notes, .plans, .people: .none
    default: .numbers
    }
  }

  /// The category of a form. A form that nobody here knows is one's own.
  package init(form: Form) {
    self = Self.known[form.id] ?? (form.kind == .measure ? .measures : .own)
  }

  /// The category of one question of a form, where that differs from the form's.
  package init(question: String, of form: Form) {
    let own = ShareCategory(form: form)
    switch question {
    case "medication" where own == .mood || own == .diary: self = .medication
    case "use", "used", "substances": self = own == .mood || own == .diary ? .substances : own
    default: self = own
    }
  }

  private static let known: [String: ShareCategory] = {
    var known: [String: ShareCategory] = [:]
    for (category, ids) in forms { for id in ids.split(separator: " ") { known[String(id)] = category } }
    return known
  }()

  private static let forms: [(ShareCategory, String)] = [
    (.mood, "mood sleep-diary"),
    (.diary, "diary-card urge-log signs-check"),
    (.thoughts, "thought-record-5 thought-record-7 experiment experiment-result look-again worry-time past-thought"),
    (
      .skills,
      """
      accepts accumulate-positives-long accumulate-positives-short adaptive-denial alternate-rebellion \
      asking-or-saying-no build-mastery burning-bridges check-the-facts clear-mind cope-ahead dear-man describe \
      dialectical-abstinence effectively fast give half-smile-willing-hands improve intense-exercise \
      non-judgmentally observe one-mindfully opposite-action paced-breathing paired-muscle-relaxation participate \
      please problem-solving pros-and-cons radical-acceptance riding-the-wave self-soothe stop temperature think \
      tipp turning-the-mind validation willingness wise-mind grounding-categories grounding-objects senses \
      then-and-now
      """
    ),
    (
      .exercises,
      """
      activation activity-diary exposure-ladder chain-analysis repair halt hard-conversation money-triggers \
      return-to-work simple-budget time-plan decisional-balance pros-cons readiness-rulers values-step good-things
      """
    ),
    (.goals, "goal"), (.homework, "homework homework-done"), (.sessions, "session level-of-care"),
    (.reading, "module-mark module-note"), (.medication, "medicine dose prescriber-question"),
    (.substances, "lapse-debrief"), (.tests, "test-day"),
    (.notes, "note group-bring group-take past-day share"),
    (.plans, "emergency-plan relapse-plan getting-there step-plan help-me hope programme"),
    (.people, "person family-agreement family-meeting"),
  ]
}
