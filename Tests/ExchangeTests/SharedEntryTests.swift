import Forms
import Journal
import Testing

@testable import Exchange

@Suite struct SharedEntryTests {
  private let thought = Form(
    id: "thought-record-7", version: 2, title: "Thought record", kind: .exercise, summary: "",
    questions: [
      Question("situation", .text),
      Question("emotions", .choices(Choices([.init("fear", "Fear")], other: true), least: 1)),
      Question(
        "strength",
        .each(of: "emotions", [Question("before", .scale(low: 0, high: 100, lowWords: "", highWords: ""))])),
      Question("thoughts", .list), Question("belief", .scale(low: 0, high: 100, lowWords: "", highWords: "")),
      Question("looked", .yesNo), Question("next", .date), Question("g", .group([Question("in", .text)])),
    ])
  private let mood = Form(
    id: "mood", version: 1, title: "Mood", kind: .log, summary: "",
    questions: [
      Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: "")),
      Question("use", .choice(Choices([.init("some", "Some")]))), Question("note", .text),
    ])
  private let day = Day(daysSince1970: 20_777)

  private func entry(_ form: Form, _ answers: [String: Answer], links: [Link] = []) throws -> Entry {
    Entry(
      id: try #require(ULID("01KAFZ8YTRZW00402081G60S00")), form: FormStamp(id: form.id, version: 2, wording: "w"),
      day: day, part: .evening, recorded: Moment(milliseconds: 1_795_206_615_000, offset: 0, zone: "UTC"),
      answers: answers, links: links)
  }

  private func consent(_ details: [ShareCategory: ShareDetail] = [:]) -> Consent {
    Consent(days: day...day, details: details)
  }

  @Test func `Numbers carry numbers, yes and no and built-in choices, and not one word of one's own`() throws {
    let shared = try #require(
      SharedEntry(
        try entry(
          thought,
          [
            "situation": .text("at the till"), "emotions": .items(["fear", "a hole in me"]),
            "strength": .each([
              .init(of: "fear", answers: ["before": .number(80)]),
              .init(of: "a hole in me", answers: ["before": .number(90)]),
            ]),
            "thoughts": .items(["they all saw"]), "belief": .number(70), "looked": .yesNo(true),
            "next": .text("2026-12-01"), "g": .group(["in": .text("inner")]), "gone": .text("of no question"),
          ]), form: thought, consent: consent(), shared: { _ in true }))
    #expect(
      shared.entry.answers == [
        "emotions": .items(["fear"]),
        "strength": .each([
          .init(of: "fear", answers: ["before": .number(80)]), .init(of: "own-1", answers: ["before": .number(90)]),
        ]),
        "belief": .number(70), "looked": .yesNo(true),
      ])
    #expect(shared.redacted == ["emotions", "g", "gone", "in", "next", "situation", "strength", "thoughts"])
    #expect(shared.detail == .numbers)
    #expect(!shared.showsTime)
  }

  @Test func `Full carries every answer, and still not what belongs to a category that stays`() throws {
    let shared = try #require(
      SharedEntry(
        try entry(mood, ["mood": .number(4), "use": .text("some"), "note": .text("rain")]), form: mood,
        consent: consent([.mood: .full]), shared: { _ in true }))
    #expect(shared.entry.answers == ["mood": .number(4), "note": .text("rain")])
    #expect(shared.redacted == ["use"])
  }

  @Test func `Nothing of an entry goes outside the days, of a category that stays, or held back`() throws {
    let entry = try entry(mood, ["mood": .number(4)])
    let other = Consent(days: day.adding(days: 1)...day.adding(days: 2))
    let held = Consent(days: day...day, heldBack: [entry.id])
    let cut = [other, held, consent([.mood: .none])].map {
      SharedEntry(entry, form: mood, consent: $0, shared: { _ in true })
    }
    #expect(cut == [nil, nil, nil])
  }

  @Test func `Links lead only to entries that go too`() throws {
    let there = try #require(ULID("01KAFZ8YTRZW00402081G60S01"))
    let here = try #require(ULID("01KAFZ8YTRZW00402081G60S02"))
    let linked = try entry(
      mood, ["mood": .number(4)], links: [Link(name: "a", entry: there), Link(name: "b", entry: here)])
    let shared = SharedEntry(linked, form: mood, consent: consent(), shared: { $0 == there })
    #expect(shared?.entry.links == [Link(name: "a", entry: there)])
  }

  @Test func `A withdrawn entry keeps its day and its name, and nothing else`() throws {
    let gone = SharedEntry(withdrawn: try entry(mood, ["note": .text("rain")]), form: mood)
    #expect(gone.entry.answers.isEmpty && gone.entry.part == nil && gone.entry.status == .withdrawn && !gone.showsTime)
  }

  @Test func `What is usual is numbers, and nothing of notes, plans, people, substances and tests`() {
    let silent = ShareCategory.allCases.filter { $0.usual == .none }
    #expect(silent == [.substances, .tests, .notes, .plans, .people])
    #expect(ShareCategory.allCases.allSatisfy { $0.usual != .full })
  }
}
