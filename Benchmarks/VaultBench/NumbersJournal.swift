import Forms
import Glibc
import Journal
import Vault

/// A journal full of numbers, up to yesterday: a long and a short mood a day, and one of many exercises.
struct NumbersJournal {
  let folder: String
  private static let scales = ["sleep-quality", "energy", "speed", "anxiety", "urges"]
  private static let exercises = 40

  func make(days: Int) throws {
    let vault = try BenchFolder(path: folder).create()
    defer { vault.close() }
    try vault.migrate(Schema.migrator)
    let journal = JournalStore(vault)
    let today = time(nil) / 86_400
    let mood = mood
    let exercises = (0..<Self.exercises).map(exercise)
    for day in (today - days)..<today {
      try journal.add(entry(mood, full(day), day: day, hour: 9), form: mood)
      let brief: [String: Answer] = ["mood": .number(Double(day * 5 % 11)), "more": .yesNo(false)]
      try journal.add(entry(mood, brief, day: day, hour: 19), form: mood)
      let form = exercises[day % exercises.count]
      let strengths = ["anxious", "sad", "left out"].map {
        EachAnswer(of: $0, answers: ["before": .number(60), "after": .number(40)])
      }
      let answers: [String: Answer] = [
        "words": .text("They looked away, and I thought it was about me."), "strength": .each(strengths),
        "belief": .number(Double(day % 101)),
      ]
      try journal.add(entry(form, answers, day: day, hour: 20), form: form)
      if day % 50 == 0 { try vault.compactIfNeeded() }
    }
  }

  private func full(_ day: Int) -> [String: Answer] {
    var answers: [String: Answer] = [
      "mood": .number(Double(day * 7 % 11)), "more": .yesNo(true), "sleep": .number(Double(300 + day * 13 % 240)),
      "use": .text("none"), "medication": .text("taken"),
    ]
    for (place, id) in Self.scales.enumerated() { answers[id] = .number(Double((day * 3 + place) % 11)) }
    return answers
  }

  private func entry(_ form: Form, _ answers: [String: Answer], day: Int, hour: Int) -> Entry {
    let moment = Moment(milliseconds: Int64(day * 86_400 + hour * 3600) * 1000, offset: 0, zone: "UTC")
    let random = (0..<10).map { UInt8(truncatingIfNeeded: day >> $0 &+ hour * 31) }
    return Entry(
      id: ULID(milliseconds: moment.milliseconds, random: random), form: Wordings.stamp(of: form), day: moment.day,
      part: moment.part, recorded: moment, answers: answers)
  }

  private func scale(_ id: String, high: Int = 10) -> Question {
    Question(
      id, .scale(low: 0, high: high, lowWords: "none at all", highWords: "the most ever"), ask: "How is it with \(id)?",
      why: "One number a day shows a pattern that memory tends to miss.", optional: true)
  }

  private var mood: Form {
    var mood = scale("mood")
    mood.code = Code(system: "handrail", code: "mood")
    let questions =
      [mood, Question("more", .yesNo, ask: "Add the rest?"), Question("sleep", .duration, ask: "How long slept?")]
      + Self.scales.map { scale($0) }
    return Form(id: "mood", version: 1, title: "Mood", kind: .log, summary: "", questions: questions)
  }

  private func exercise(_ number: Int) -> Form {
    Form(
      id: "exercise-\(number)", version: 1, title: "Exercise \(number)", kind: .exercise, summary: "",
      questions: (1...12).map { Question("step-\($0)", .text, ask: "What went through your mind at step \($0)?") } + [
        Question("words", .text, ask: "What happened?"), Question("feel", .list, ask: "What did you feel?"),
        Question("strength", .each(of: "feel", [scale("before", high: 100), scale("after", high: 100)])),
        scale("belief", high: 100),
      ])
  }
}
