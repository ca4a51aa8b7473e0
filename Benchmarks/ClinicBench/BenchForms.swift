import Forms

/// Forms as large as those that people answer.
enum BenchForms {
  private static func scale(_ id: String, high: Int = 10) -> Question {
    Question(
      id, .scale(low: 0, high: high, lowWords: "none at all", highWords: "the most ever"), ask: "How is it with \(id)?",
      optional: true)
  }

  private static let scales = ["sleep-quality", "energy", "speed", "anxiety", "urges"]

  static let mood = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [scale("mood"), Question("sleep", .duration, ask: "How long did you sleep?")]
      + scales.map { scale($0) } + [Question("note", .text, ask: "Anything else?")])

  static func day(_ salt: Int) -> [String: Answer] {
    var answers: [String: Answer] = [
      "mood": .number(Double(salt * 7 % 11)), "sleep": .number(Double(300 + salt * 13 % 240)),
      "note": .text("Slept badly, group was hard but I stayed. Walked to the market and back."),
    ]
    for (place, id) in scales.enumerated() { answers[id] = .number(Double((salt * 3 + place) % 11)) }
    return answers
  }

  static let skill = Form(
    id: "paced-breathing", version: 1, title: "Paced breathing", kind: .exercise, summary: "",
    questions: [scale("before", high: 100), scale("after", high: 100)])

  static func tried(_ salt: Int) -> [String: Answer] {
    ["before": .number(Double(40 + salt % 50)), "after": .number(Double(20 + salt % 50))]
  }

  static let thought = Form(
    id: "thought-record-5", version: 1, title: "Thought record, five steps", kind: .exercise, summary: "",
    questions: [
      Question("situation", .text, ask: "What happened?"),
      Question("thought", .text, ask: "What went through your mind?"),
      Question("balanced", .text, ask: "What would be a fairer way to say it?"), scale("before", high: 100),
      scale("after", high: 100),
    ])

  static func caught(_ salt: Int) -> [String: Answer] {
    [
      "situation": .text("My sister did not answer my message all day, and I kept looking."),
      "thought": .text("She has had enough of me."), "before": .number(Double(50 + salt % 40)),
      "balanced": .text("She is probably at work. I can ask her tomorrow."), "after": .number(Double(20 + salt % 40)),
    ]
  }

  static let homework = Form(
    id: "homework", version: 1, title: "Homework", kind: .log, summary: "",
    questions: [Question("what", .text, ask: "What?"), Question("often", .text, ask: "How often?")])

  static let checkIn = Form(
    id: "check-in", version: 1, title: "Weekly check-in", kind: .measure, summary: "",
    questions: (1...12).map { scale("item-\($0)") },
    scores: [Score(id: "total", label: "Sum", sum: (1...12).map { "item-\($0)" }, minus: [])])

  static func week(_ salt: Int) -> [String: Answer] {
    Dictionary(uniqueKeysWithValues: (1...12).map { ("item-\($0)", .number(Double((salt + $0) % 11))) })
  }
}
