import FHIR
import Foundation
import Forms
import Journal
import Testing

@testable import Exchange

/// Forms and entries that together have every kind of answer.
struct FHIRSamples {
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  let names = LogNames(secret: Array(0..<32))
  let day = Day(daysSince1970: 20_777)

  let mood = Form(
    id: "mood", version: 2, title: "Mood", kind: .log, summary: "",
    questions: [
      Question(
        "mood", .scale(low: 0, high: 10, lowWords: "", highWords: ""), ask: "How is your mood?",
        code: Code(system: "handrail", code: "mood")),
      Question("sleep", .duration, ask: "How long did you sleep?", code: Code(system: "handrail", code: "sleep")),
      Question("use", .choice(Choices([.init("some", "Some")])), ask: "Did you use?"),
      Question(
        "cups", .number(low: 0, high: nil, whole: true), ask: "Cups?",
        when: .compare(question: "use", .equals(.text("some")))),
      Question("note", .text, ask: "Anything else?"),
    ])
  let thought = Form(
    id: "thought-record-7", version: 1, title: "Thought record", kind: .exercise, summary: "",
    questions: [
      Question("situation", .text, ask: "What happened?"),
      Question(
        "emotions", .choices(Choices([.init("fear", "Fear")], other: true), least: 1), ask: "What did you feel?"),
      Question(
        "strength",
        .each(
          of: "emotions",
          [Question("before", .scale(low: 0, high: 100, lowWords: "", highWords: ""), ask: "{it}: how strong?")]),
        ask: "How strong?"),
      Question("at", .dateTime, ask: "When?"), Question("looked", .yesNo, ask: "Did you look?"),
      Question("g", .group([Question("in", .list, ask: "Which?")]), ask: "Some more"),
    ])
  let goal = Form(
    id: "goal", version: 1, title: "A goal", kind: .plan, summary: "",
    questions: [
      Question("goal", .text, ask: "What?"), Question("by", .date, ask: "By when?"),
      Question("state", .choice(Choices([.init("reached", "Reached")])), ask: "How does it stand?"),
    ])

  /// A questionnaire from a file, with nine questions that count as those of the PHQ-9.
  func nine() throws -> Form {
    let path = Self.root + "/Tests/FHIRTests/Fixtures/nine-known.json"
    return try Questionnaire.read(Array(FileManager.default.contents(atPath: path) ?? Data())).form
  }

  func entry(_ form: Form, _ number: Int, revision: Int = 1, _ answers: [String: Answer]) throws -> Entry {
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let last = String([letters[number / 32 % 32], letters[number % 32]])
    return Entry(
      id: try #require(ULID("01KAFZ8YTRZW00402081G60S" + last)), revision: revision,
      form: FormStamp(id: form.id, version: form.version, wording: form.id), day: day, part: .evening,
      recorded: Moment(milliseconds: 1_795_206_615_000, offset: 3600, zone: "Europe/Dublin"), answers: answers)
  }

  func shared(_ form: Form, _ entry: Entry, _ details: [ShareCategory: ShareDetail] = [:]) throws -> SharedEntry {
    let consent = Consent(days: day...day, details: details)
    return try #require(SharedEntry(entry, form: form, consent: consent, shared: { _ in true }))
  }

  func whole(_ form: Form, _ entry: Entry) -> SharedEntry { SharedEntry(whole: entry, form: form) }

  /// Full, as numbers, changed and taken back; of logs, exercises, goals and a questionnaire.
  func all() throws -> (entries: [SharedEntry], forms: [Form]) {
    let nine = try nine()
    let linked = try entry(
      thought, 1,
      [
        "situation": .text("at the till"), "emotions": .items(["fear", "a hole in me", " "]),
        "strength": .each([.init(of: "fear", answers: ["before": .number(80)])]), "at": .text("2026-11-19T08:05"),
        "looked": .yesNo(true), "g": .group(["in": .items(["", "one"])]),
      ])
    var later = linked
    later.id = try entry(thought, 2, [:]).id
    later.links = [Link(name: "tests", entry: linked.id)]
    let goal = try entry(goal, 4, ["goal": .text("Cook"), "by": .text("2026-12-12"), "state": .text("reached")])
    var aim = goal
    aim.id = try entry(self.goal, 5, [:]).id
    var answers: [String: Answer] = [:]
    for question in nine.allQuestions {
      if let option = question.choices?.options.dropFirst().first { answers[question.id] = .text(option.code) }
    }
    return (
      [
        try shared(mood, try entry(mood, 0, ["mood": .number(4), "sleep": .number(390), "note": .text("rain")])),
        whole(thought, linked), try shared(thought, later),
        try shared(
          mood, try entry(mood, 3, revision: 3, ["mood": .number(4), "use": .text("some"), "cups": .number(2)])),
        whole(self.goal, goal), try shared(self.goal, aim),
        whole(nine, try entry(nine, 6, answers)), try shared(nine, try entry(nine, 7, answers)),
        SharedEntry(withdrawn: try entry(mood, 8, revision: 2, ["mood": .number(4)]), form: mood),
        SharedEntry(withdrawn: try entry(self.goal, 9, revision: 2, ["goal": .text("Cook")]), form: self.goal),
      ], [mood, thought, self.goal, nine]
    )
  }
}
