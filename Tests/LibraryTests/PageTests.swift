import Forms
import Testing

@testable import Library

@Suite struct PageTests {
  @Test func `A module is read with its quiz, sources and text`() throws {
    let shelf = Shelf(["en/modules/calm.md": calm, "en/modules/other.md": page("other", track: "family")])
    let module = try #require(try shelf.library.module("calm"))
    #expect(
      module
        == Module(
          id: "calm", title: "Calm", summary: "How to settle.", track: .participant, minutes: 4,
          topics: ["calm", "body"], related: ["other"], sources: [Source(name: "A. Writer: A Book", year: 2011)],
          updated: Day(year: 2026, month: 11, day: 21), reviewed: nil,
          quiz: [QuizQuestion(question: "What first?", choices: ["yes", "no"], answer: 2, why: "It is slower.")],
          body: Document([
            .heading(level: 2, [.init("Key points")]),
            .paragraph([
              .init("Some "), .init("strong and soft", .strong), .init(", "), .init("soft", .emphasis), .init(", "),
              .init("code", .code), .init(" and "), .init("a link", .link(to: "other")), .init("\nnext line."),
            ]),
            .list(
              start: nil,
              items: [
                [.paragraph([.init("one")]), .list(start: 3, items: [[.paragraph([.init("inner")])]])],
                [.paragraph([.init("two")])],
              ]),
            .quote([.paragraph([.init("said")])]),
            .code("handrail mood\n"),
            .table(
              header: [[.init("part")], [.init("word")]],
              rows: [[[.init("thought")], [.init("why "), .init("me", .strong)]]]),
            .rule,
          ])))
    #expect(try shelf.library.module("nothing") == nil)
  }

  @Test func `Modules are listed by track and title`() {
    let shelf = Shelf([
      "en/modules/calm.md": calm, "en/modules/b.md": page("b", track: "family"),
      "en/modules/c.md": page("c", track: "both"),
    ])
    #expect(shelf.library.modules().map(\.id) == ["b", "c", "calm"])
    #expect(shelf.library.modules(track: .family).map(\.id) == ["b", "c"])
    #expect(
      shelf.library.modules(track: .participant) == [
        ModuleSummary(
          id: "c", title: "About c", summary: "S", track: .both, minutes: nil, topics: [],
          reviewed: "Dr A. Example, 2026-12-01",
          path: "\(shelf.path)/en/modules/c.md"),
        ModuleSummary(
          id: "calm", title: "Calm", summary: "How to settle.", track: .participant, minutes: 4,
          topics: ["calm", "body"],
          updated: Day(year: 2026, month: 11, day: 21), reviewed: nil, path: "\(shelf.path)/en/modules/calm.md"),
      ])
  }

  @Test func `A skill names its module and its form`() throws {
    let shelf = Shelf(["en/skills/stop.md": skill, "en/forms/stop.yaml": small("stop")])
    #expect(
      try shelf.library.skill("stop")
        == Skill(
          id: "stop", title: "STOP", summary: "Four steps.", module: .distressTolerance, form: "stop", minutes: nil,
          topics: [], related: [], sources: [Source(name: "A. Writer", year: 2015)],
          updated: Day(year: 2026, month: 11, day: 21), reviewed: "Dr A. Example, 2026-12-01",
          body: Document([.paragraph([.init("Stop first.")])])))
    #expect(
      shelf.library.skills() == [
        SkillSummary(
          id: "stop", title: "STOP", summary: "Four steps.", module: .distressTolerance, form: "stop",
          reviewed: "Dr A. Example, 2026-12-01", path: "\(shelf.path)/en/skills/stop.md")
      ])
    #expect(shelf.problems == [])
  }

  @Test func `The glossary is in order of the alphabet`() {
    let shelf = Shelf(["en/glossary.yaml": "- {term: urge, meaning: A pull.}\n- {term: DBT, meaning: A therapy.}\n"])
    #expect(
      shelf.library.glossary() == [Term(term: "DBT", meaning: "A therapy."), Term(term: "urge", meaning: "A pull.")])
  }

  @Test func `A crisis sheet is read whole`() {
    let shelf = Shelf(["crisis/us.yaml": sheet])
    let day = Day(year: 2026, month: 11, day: 21)
    let source = Source(name: "A page", year: 2025, url: "https://example.org")
    #expect(
      shelf.library.crisis(region: "US")
        == CrisisSheet(
          country: "US", name: "United States",
          emergency: .init(number: "911", verifiedOn: day, source: Source(name: "A page", year: 2025)),
          lines: [
            CrisisLine(
              id: "us-988", name: "988", purpose: "any crisis",
              ways: [
                Way(channel: .call, to: "988", note: "press 1 for veterans, 2 for Spanish"),
                Way(channel: .text, to: "988"),
              ], hours: "24 hours, every day", languages: ["English", "Spanish"], source: source, verifiedOn: day)
          ]))
    #expect(shelf.library.regions() == [Region(code: "us", name: "United States")])
    #expect(shelf.library.crisis(region: "fr") == nil)
    #expect(shelf.library.crisis(region: "../") == nil)
    #expect(shelf.problems == [])
  }
}

private let calm = """
  ---
  id: calm
  title: Calm
  summary: How to settle.
  track: participant
  minutes: 4
  topics: [calm, body]
  related: [other]
  sources:
    - {name: "A. Writer: A Book", year: 2011}
  updated: 2026-11-21
  reviewed: no
  quiz:
    - {question: What first?, choices: [yes, no], answer: 2, why: It is slower.}
  ---

  ## Key points

  Some **strong *and* soft**, *soft*,
  `code` and [a link](other)\\
  next line.

  - one

    3. inner
  - two

  > said

  ```
  handrail mood
  ```

  | part | word |
  |---|---|
  | thought | why **me** |

  ---
  """

private func page(_ id: String, track: String) -> String {
  """
  ---
  id: \(id)
  title: About \(id)
  summary: S
  track: \(track)
  reviewed: Dr A. Example, 2026-12-01
  ---
  Words.
  """
}

private let skill = """
  ---
  id: stop
  title: STOP
  module: distress-tolerance
  summary: Four steps.
  form: stop
  sources:
    - {name: A. Writer, year: 2015}
  updated: 2026-11-21
  reviewed: Dr A. Example, 2026-12-01
  ---

  Stop first.
  """

private let sheet = """
  country: US
  name: United States
  emergency: {number: "911", verified_on: 2026-11-21, source: {name: A page, year: 2025}}
  lines:
    - id: us-988
      name: "988"
      for: any crisis
      ways:
        - {channel: call, to: "988", note: "press 1 for veterans, 2 for Spanish"}
        - {channel: text, to: 988}
      hours: 24 hours, every day
      languages: [English, Spanish]
      source: {name: A page, year: 2025, url: "https://example.org"}
      verified_on: 2026-11-21
  """
