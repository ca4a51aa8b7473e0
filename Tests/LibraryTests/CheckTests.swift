import Testing

@testable import Library

@Suite struct CheckTests {
  @Test func `Conditions that can never be true are found`() {
    let shelf = Shelf([
      "en/forms/reach.yaml": """
      id: reach
      version: 1
      title: Reach
      kind: log
      summary: What can be reached.
      questions:
        - {id: mood, type: scale, ask: Mood?, low: 0, high: 10, ends: [low, high]}
        - {id: pick, type: choice, ask: Pick?, options: [one, two]}
        - {id: some, type: choices, ask: Some?, options: [one, two], other: true}
        - {id: words, type: text, ask: Words?}
        - {id: a, type: text, ask: A?, when: {mood: {more-than: 10}}}
        - {id: b, type: text, ask: B?, when: {mood: {less-than: 0}}}
        - {id: c, type: text, ask: C?, when: {mood: 11}}
        - {id: d, type: text, ask: D?, when: {pick: three}}
        - {id: e, type: text, ask: E?, when: {some: {includes: three}}}
        - {id: f, type: text, ask: F?, when: {any: [{mood: {at-least: 10}}, {words: {at-least: 3}}]}}
        - {id: g, type: text, ask: G?, when: {pick: {at-least: 1}}}
        - {id: h, type: scale, ask: H?, low: 0, high: 10}
        - {id: i, type: text, ask: I?, when: {mood: {is-not: 3, at-most: 5}}}
      """
    ])
    #expect(
      shelf.problems == [
        "en/forms/reach.yaml:11: This can never be true: the scale goes from 0 to 10.",
        "en/forms/reach.yaml:12: This can never be true: the scale goes from 0 to 10.",
        "en/forms/reach.yaml:13: This can never be true: the scale goes from 0 to 10.",
        #"en/forms/reach.yaml:14: This can never be true: there is no option "three"."#,
        "en/forms/reach.yaml:16: This can never be true: the answer is not a number.",
        "en/forms/reach.yaml:17: This can never be true: the answer is not a number.",
        "en/forms/reach.yaml:18: This scale has no words for its ends.",
      ])
  }

  @Test func `What is asked once for each item cannot be used outside, and impossible choices are found`() {
    let shelf = Shelf([
      "en/forms/each.yaml": """
      id: each
      version: 1
      title: Each
      kind: log
      summary: Once for each.
      questions:
        - {id: people, type: list, ask: Who?}
        - id: one
          type: each
          of: people
          questions:
            - {id: gifts, type: list, ask: "What for {it}?"}
            - {id: best, type: choice, ask: Which?, of: gifts, when: {gifts: {more-than: 1}}}
        - {id: a, type: choice, ask: A?, of: gifts}
        - {id: b, type: show, text: "{best}"}
        - {id: c, type: text, ask: C?, when: {gifts: {more-than: 1}}}
        - {id: d, type: choices, ask: D?, options: [x, y], least: 3}
        - {id: e, type: time, ask: E?, default: "24:00"}
        - {id: f, type: time, ask: F?, default: "21:30"}
      """
    ])
    #expect(
      shelf.problems == [
        #"en/forms/each.yaml:14: The question "gifts" is asked once for each item."#,
        "en/forms/each.yaml:15: Nothing earlier stands for {best}.",
        #"en/forms/each.yaml:16: This can never be true: "gifts" is asked once for each item."#,
        "en/forms/each.yaml:17: Nobody can choose 3 of 2 options.",
        "en/forms/each.yaml:18: This value does not fit the type of the question.",
      ])
  }

  @Test func `Links that lead nowhere, double ids and wrong file names are found`() {
    let shelf = Shelf([
      "en/forms/a.yaml": small("a") + """
        then:
          - {offer: ghost, say: Next?}
          - {offer: base, say: Next?}

        """,
      "en/forms/x/b.yaml": small("a"),
      "en/forms/c.yaml": """
      id: c
      version: 1
      title: C
      kind: log
      summary: A few words.
      questions:
        - {id: p, type: text, ask: P?, prefill: {form: a, question: ghost}}
        - {id: q, type: text, ask: Q?, prefill: {form: ghost, question: words}}
        - {id: r, type: text, ask: R?, prefill: {form: a, question: words}}
      """,
      "en/skills/s.md": """
      ---
      id: s
      title: S
      summary: S
      module: addiction
      form: ghost
      related: [a, base, ghost]
      sources: [{name: A}]
      updated: 2026-02-30
      ---
      Words.
      """,
      "en/skills/t.md": """
      ---
      id: t
      title: T
      summary: T
      module: addiction
      sources: [{name: A}]
      updated: 2026-02-28
      ---
      Words <b>in</b> HTML.
      """,
      "en/forms/readme.txt": "x", "en/modules/m.yaml": "x",
    ])
    let base = Shelf(["en/forms/base.yaml": small("base")])
    #expect(
      shelf.short(ContentCheck(folder: shelf.path, over: [base.path]).problems()) == [
        #"en/forms/a.yaml:8: There is no form called "ghost"."#,
        #"en/forms/c.yaml:7: There is no question "ghost" in the form "a"."#,
        #"en/forms/c.yaml:8: There is no form called "ghost"."#,
        "en/forms/readme.txt:1: This file is not read: see where it belongs, and how it should end.",
        #"en/forms/x/b.yaml:1: The id "a" is also used in en/forms/a.yaml."#,
        #"en/forms/x/b.yaml:1: The id is "a": the file has to have the same name."#,
        "en/modules/m.yaml:1: This file is not read: see where it belongs, and how it should end.",
        "en/skills/s.md:2: The field \"reviewed\" is missing: write no, or by whom and when.",
        "en/skills/s.md:8: A source needs a name and a year.",
        "en/skills/s.md:8: There is no source.",
        "en/skills/s.md:9: The field \"updated\" has to be a date such as 2026-11-21.",
        "en/skills/t.md:2: The field \"reviewed\" is missing: write no, or by whom and when.",
        "en/skills/t.md:6: A source needs a name and a year.",
        "en/skills/t.md:6: There is no source.",
        "en/skills/t.md:9: Raw HTML is not shown.",
      ])
  }

  @Test func `A module without quiz, source, date or length is found`() {
    let shelf = Shelf(["en/modules/m.md": "---\nid: m\ntitle: M\nsummary: M\ntrack: both\n---\nFew words.\n"])
    #expect(
      shelf.problems == [
        #"en/modules/m.md:2: The field "reviewed" is missing: write no, or by whom and when."#,
        #"en/modules/m.md:2: The field "updated" is missing: write a date such as 2026-11-21."#,
        "en/modules/m.md:2: There is no source.",
        "en/modules/m.md:2: This module has no quiz.",
        "en/modules/m.md:7: This module has 2 words: it should have 500 to 900.",
      ])
  }

  @Test func `Text that is hard to read is found, without its headings, tables and code`() {
    let hard = "Comprehensive psychoeducational interventions necessitate considerable interdisciplinary coordination. "
    let easy = "The cat sat on the mat. It was a warm day. "
    func page(_ body: String) -> String {
      """
      ---
      id: s
      title: S
      summary: S
      module: addiction
      sources: [{name: A, year: 2015}]
      updated: 2026-11-21
      reviewed: no
      ---
      \(body)
      """
    }
    let long = String(repeating: easy, count: 10)
    let hidden = "\(long)\n\n# \(hard)\n\n```\n\(hard)\n```\n\n| a | b |\n|---|---|\n| \(hard) | \(hard) |\n"
    #expect(Shelf(["en/skills/s.md": page(hidden)]).problems == [])
    #expect(
      Shelf(["en/skills/s.md": page(String(repeating: hard, count: 8))]).problems.map { $0.prefix(38) } == [
        "en/skills/s.md:1: This reads at grade "
      ])
  }

  @Test func `A crisis line without date, source, hours or way is found`() {
    let shelf = Shelf([
      "crisis/us.yaml": """
      country: CA
      name: Canada
      emergency: {number: "911"}
      lines:
        - {id: x, name: X, for: all, ways: [{channel: call, to: "1"}]}
      """,
      "crisis/gb.yaml": """
      country: GB
      name: United Kingdom
      emergency: {number: "999", verified_on: 2026-11-21, source: {name: A, year: 2025}}
      lines:
        - id: y
          name: Y
          for: all
          ways: [{channel: pigeon, to: "1"}]
          hours: always
          languages: [English]
          source: {name: A, year: 2025}
          verified_on: soon
      """,
    ])
    #expect(
      shelf.problems == [
        "crisis/gb.yaml:8: The channel has to be call, text, chat, web or relay.",
        #"crisis/gb.yaml:12: The field "verified_on" has to be a date such as 2026-11-21."#,
        "crisis/us.yaml:1: The file has to be named by the country's two letters, as in us.yaml for US.",
        #"crisis/us.yaml:3: The field "verified_on" is missing: write a date such as 2026-11-21."#,
        "crisis/us.yaml:3: There is no source.",
        #"crisis/us.yaml:5: The field "verified_on" is missing: write a date such as 2026-11-21."#,
        "crisis/us.yaml:5: There is no source.",
        "crisis/us.yaml:5: This line has no hours.",
        "crisis/us.yaml:5: This line has no languages.",
      ])
    #expect(shelf.library.regions().map(\.code) == ["us"])
  }

  @Test func `The project's own content has no problem`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let content = "/\(root)/content"
    try #require(Library(folders: [content]).forms().count > 5)
    #expect(ContentCheck(folder: content).problems().map(\.text) == [])
  }
}
