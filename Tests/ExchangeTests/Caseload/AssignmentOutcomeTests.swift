import Forms
import JSON
import Journal
import Testing

@testable import Exchange

/// What came back of what was given: known is told, and not known is never told as not done.
@Suite struct AssignmentOutcomeTests {
  private static let item = ULID(milliseconds: 1, random: Array(repeating: 1, count: 10))
  private static let name = ULID(milliseconds: 2, random: Array(repeating: 2, count: 10))
  private static let day = Day(daysSince1970: 20_000)
  private static let went = Form(
    id: "homework-done", version: 1, title: "How it went", kind: .log, summary: "",
    questions: [
      Question(
        "went", .choice(Choices([.init("done", "Done"), .init("part", "A part of it"), .init("not-yet", "Not yet")])),
        ask: "How far?")
    ])

  private func entry(
    _ id: ULID, _ form: Form, _ day: Day, _ answers: [String: Answer] = [:], _ links: [Link] = []
  ) -> Answered {
    Answered(
      entry: Entry(
        id: id, revision: 1, status: .final, form: FormStamp(id: form.id, version: 1, wording: ""), day: day, part: nil,
        recorded: Moment(milliseconds: 0, offset: 0, zone: "UTC"), answers: answers, links: links), form: form)
  }

  private func form(_ id: String, _ kind: Form.Kind = .log, title: String = "A form") -> Form {
    Form(id: id, version: 1, title: title, kind: kind, summary: "", questions: [])
  }

  private func outcome(
    _ work: Assignment.Work, _ entries: [Answered], detail: ShareDetail = .numbers
  ) -> AssignmentOutcome {
    AssignmentOutcome.of(.init(id: Self.item, work), entries: entries, since: Self.day) { _ in detail }
  }

  private static let homework = Assignment.Work.homework(.init(what: "Walk"))

  @Test(arguments: [
    ("done", AssignmentOutcome.State.done), ("part", .part), ("not-yet", .notYet),
  ])
  func `Homework is told as the person told it`(went: String, state: AssignmentOutcome.State) {
    let taken = entry(Self.name, form("homework"), Self.day, [:], [.assigned(Self.item)])
    let told = entry(
      ULID(milliseconds: 3, random: Array(repeating: 3, count: 10)), Self.went, Self.day.adding(days: 3),
      ["went": .text(went)], [Link(name: "done", entry: Self.name)])
    #expect(outcome(Self.homework, [taken, told]) == AssignmentOutcome(state, on: Self.day.adding(days: 3)))
    #expect(outcome(Self.homework, [taken]) == AssignmentOutcome(.taken, on: Self.day))
    // The homework itself may lie in another file.
    let alone = entry(Self.name, Self.went, Self.day, ["went": .text(went)], [.assigned(Self.item)])
    #expect(outcome(Self.homework, [alone]) == AssignmentOutcome(state, on: Self.day))
  }

  @Test func `Nothing back is told as nothing back, and not shared as not shared`() {
    let other = entry(Self.name, form("homework"), Self.day)
    #expect(outcome(Self.homework, [other]).words == "nothing came back yet")
    #expect(outcome(Self.homework, [], detail: .none).words == "not shared")
  }

  @Test func `A target counts the days of the diary card that note it`() {
    let target = Assignment.Work.target(.init(name: "Skip group", kind: .urge))
    let key = "urge-\(DiaryTargets.id(of: Self.item))"
    let days = (0..<3).map { day in
      entry(
        ULID(milliseconds: Int64(10 + day), random: Array(repeating: 1, count: 10)), form("diary-card"),
        Self.day.adding(days: day), day == 1 ? ["urge-t1": .number(3)] : [key: .number(2)])
    }
    #expect(
      outcome(target, days) == AssignmentOutcome(.answered(times: 2, words: nil), on: Self.day.adding(days: 2)))
  }

  @Test func `A questionnaire is found by its title from the day it was given, a page by its id`() {
    let asked = Assignment.Work.questionnaire(["title": "How the group was"], everyDays: 7)
    let form = form("group-check", .measure, title: "How the group was")
    let before = entry(Self.item, form, Self.day.adding(days: -3))
    let after = entry(Self.name, form, Self.day.adding(days: 2))
    #expect(
      outcome(asked, [before, after])
        == AssignmentOutcome(.answered(times: 1, words: nil), on: Self.day.adding(days: 2)))
    let mark = entry(
      Self.name, self.form("module-mark"), Self.day, ["module": .text("our-group"), "mark": .text("seen")])
    #expect(
      outcome(.module(id: "our-group", text: ""), [mark])
        == AssignmentOutcome(.answered(times: 1, words: "seen"), on: Self.day))
  }

  @Test func `No outcome has a word of blame`() {
    let states: [AssignmentOutcome.State] = [
      .done, .part, .notYet, .taken, .answered(times: 1, words: nil), .notShared, .nothingYet,
    ]
    for state in states {
      let words = AssignmentOutcome(state, on: Self.day).words
      for word in ["fail", "missed", "overdue", "should", "not done", "late"] { #expect(!words.contains(word)) }
    }
  }

  @Test func `An item is read back from what is kept`() {
    let works: [Assignment.Work] = [
      Self.homework, .target(.init(name: "Shame", kind: .emotion, note: "Agreed")),
      .questionnaire(["resourceType": "Questionnaire", "title": "Q"], everyDays: 7), .module(id: "p", text: "---\n"),
    ]
    for work in works {
      let item = Assignment.Item(id: Self.item, work)
      let body = (try? item.json.canonical()).map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(Assignment.Item(body: body) == item)
    }
  }
}
