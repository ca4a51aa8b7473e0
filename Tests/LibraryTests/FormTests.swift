import Forms
import Testing

@testable import Library

@Suite struct FormTests {
  @Test func `Every key of a form is read`() throws {
    let shelf = Shelf([
      "en/forms/cbt/weigh.yaml": weigh, "en/forms/life/next.yaml": small("next"),
      "en/emotions.yaml": "- {code: sad, label: Sad, help: heavy}\n- {code: mad, label: Mad}\n",
      "en/distortions.yaml": "- {code: filter, label: Filter, help: One dark spot., example: Nobody waved.}\n",
    ])
    let form = try #require(try shelf.library.form("weigh"))
    let strength = Question(
      "before", .scale(low: 0, high: 100, lowWords: "none", highWords: "most"), ask: "{it}?", unit: "%")
    let expected = Form(
      id: "weigh", version: 2, title: "Weigh a thought", kind: .exercise, summary: "Find a fairer one.", minutes: 12,
      gate: .safeNow,
      questions: [
        Question(
          "situation", .text, ask: "What happened?", why: "Small is easier.",
          code: Code(system: "handrail", code: "situation")),
        Question(
          "emotions",
          .choices(Choices([.init("sad", "Sad", help: "heavy"), .init("mad", "Mad")], other: true), least: 1),
          ask: "What did you feel?"),
        Question("strength", .each(of: "emotions", [strength])),
        Question("thoughts", .list, ask: "What went through your mind?", initial: .items(["a", "b"])),
        Question(
          "hot", .choice(Choices(of: "thoughts")), ask: "Which hurts most?",
          when: .compare(question: "thoughts", .moreThan(1))),
        Question(
          "traps",
          .choices(Choices([.init("filter", "Filter", help: "One dark spot. For example: Nobody waved.")]), least: 0),
          ask: "A trap?", optional: true),
        Question("show-hot", .show("You wrote: {hot}")),
        Question("more", .yesNo, ask: "More?", optional: true, initial: .yesNo(false)),
        Question(
          "kind", .choice(Choices([.init("all-or-nothing", "All or nothing"), .init("x", "X", weight: 2.5)])),
          ask: "Kind?",
          when: .all([
            .compare(question: "more", .equals(.yesNo(true))),
            .any([
              .compare(question: "hot", .isNot(.text("a"))), .compare(question: "traps", .includes("filter")),
              .compare(question: "situation", .answered(true)),
            ]),
          ])),
        Question("hours", .number(low: 0, high: 24, whole: true), ask: "Hours?", unit: "h"),
        Question("nap", .duration, ask: "Nap?", initial: .number(30)),
        Question("fair", .text, ask: "Fairer?", prefill: .last("fair")),
        Question("copy", .text, ask: "Again?", prefill: .entry(form: "next", question: "words")),
        Question("both", .group([Question("at", .time, ask: "When?"), Question("on", .date, ask: "What day?")])),
        Question("breathe", .breathe(inhale: 4, exhale: 6, seconds: 60), ask: "Breathe?"),
        Question("wait", .timer(seconds: 30), ask: "Wait?"),
      ],
      scores: [Score(id: "sum", label: "Sum", sum: ["strength.before", "kind"], minus: ["hours"])],
      offers: [
        Offer(.form("next", link: "tests"), say: "Test it?", when: .compare(question: "hours", .lessThan(3))),
        Offer(.remind("on"), say: "Look again."),
      ],
      when: .any([.compare(question: "next.words", .answered(true)), .compare(question: "hours", .atMost(2))]),
      delicate: .unreviewed)
    #expect(form == expected)
    #expect(shelf.problems == [])
  }

  @Test func `A form with everything wrong is refused with every problem by line`() {
    let shelf = Shelf([
      "en/forms/broken.yaml": """
      id: broken
      version: 0
      title: Broken
      kind: letter
      colour: red
      questions:
        - id: a
          type: text
          ask: A?
          optinal: true
        - {id: a, type: yes-no, ask: Again?}
        - {id: b, type: scale, ask: B?, low: 5, high: 1, ends: [one]}
        - {id: c, type: choice, ask: C?, from: nowhere, when: {later: 1}}
        - {id: d, type: choice, ask: D?, of: a, when: {ghost: yes}}
        - {id: later, type: scale, ask: L?, low: 0, high: 10, ends: [x, y], default: 11}
        - {id: e, type: riddle, ask: E?}
        - {id: f, type: each, of: later, questions: [{id: g, type: number}]}
        - {id: h, type: show, text: "{nothing} and {it}"}
        - {id: i, type: text, ask: I?, when: {later: {above: 3}}}
        - {id: j, type: text, ask: J?, prefill: {last: ghost}, when: {b: 3}}
        - {id: BAD, type: text, ask: K?}
        - {id: k, type: choice, ask: K?, options: [Yes, yes, {label: Other, colour: red}]}
      score:
        - {id: s, label: S, sum: [g, j, ghost]}
      then:
        - {remind: a, say: Again.}
        - {say: Nothing.}
      """
    ])
    #expect(
      shelf.problems == [
        #"en/forms/broken.yaml:1: The field "summary" is missing."#,
        #"en/forms/broken.yaml:2: The field "version" has to be a whole number from 1 to 9999."#,
        #"en/forms/broken.yaml:4: The kind has to be log, exercise, plan or measure."#,
        #"en/forms/broken.yaml:5: There is no field "colour" here."#,
        #"en/forms/broken.yaml:10: There is no field "optinal" here."#,
        #"en/forms/broken.yaml:11: There are two questions called "a"."#,
        #"en/forms/broken.yaml:12: The field "ends" takes two texts, for the low and the high end."#,
        #"en/forms/broken.yaml:12: The low end of a scale has to be below its high end."#,
        #"en/forms/broken.yaml:13: There is no list called "nowhere"."#,
        #"en/forms/broken.yaml:13: This can never be true: the question "later" comes later."#,
        #"en/forms/broken.yaml:14: The question "a" is neither a list nor choices."#,
        #"en/forms/broken.yaml:14: This can never be true: the question "ghost" does not exist."#,
        #"en/forms/broken.yaml:15: This default does not fit: the scale goes from 0 to 10."#,
        #"en/forms/broken.yaml:16: There is no type "riddle"."#,
        #"en/forms/broken.yaml:17: The field "ask" is missing."#,
        #"en/forms/broken.yaml:17: The question "later" is neither a list nor choices."#,
        #"en/forms/broken.yaml:18: Nothing earlier stands for {it}."#,
        #"en/forms/broken.yaml:18: Nothing earlier stands for {nothing}."#,
        #"en/forms/broken.yaml:19: There is no comparison "above"."#,
        #"en/forms/broken.yaml:20: There is no question "ghost" to prefill from."#,
        #"en/forms/broken.yaml:21: The field "id" takes small letters, digits and hyphens, 64 at most."#,
        #"en/forms/broken.yaml:22: There are two options called "yes"."#,
        #"en/forms/broken.yaml:22: There is no field "colour" here."#,
        #"en/forms/broken.yaml:24: The question "g" is asked in "f": write "f.g"."#,
        #"en/forms/broken.yaml:24: The question "j" has no number to add up."#,
        #"en/forms/broken.yaml:24: There is no question "ghost" to add up."#,
        #"en/forms/broken.yaml:26: A reminder needs a question of type date."#,
        #"en/forms/broken.yaml:27: What comes next is either "offer" with a form or "remind" with a question."#,
      ])
    #expect(throws: LibraryError.self) { try shelf.library.form("broken") }
    #expect(shelf.library.problems() == ContentCheck(folder: shelf.path).problems())
  }

  @Test func `An error is one sentence with file and line`() {
    let shelf = Shelf(["en/forms/a.yaml": small("a") + "colour: red\n"])
    let error = #expect(throws: LibraryError.self) { try shelf.library.form("a") }
    #expect(error?.message == #"\#(shelf.path)/en/forms/a.yaml, line 7: There is no field "colour" here."#)
  }
}

private let weigh = """
  id: weigh
  version: 2
  title: Weigh a thought
  kind: exercise                    # a comment
  summary: Find a fairer one.
  minutes: 12
  gate: safe-now
  questions:
    - id: situation
      type: text
      ask: What happened?
      why: Small is easier.
      code: {system: handrail, code: situation}
    - {id: emotions, type: choices, ask: What did you feel?, from: emotions, other: true, least: 1}
    - id: strength
      type: each
      of: emotions
      questions:
        - {id: before, type: scale, ask: "{it}?", low: 0, high: 100, ends: [none, most], unit: "%"}
    - {id: thoughts, type: list, ask: What went through your mind?, default: [a, b]}
    - {id: hot, type: choice, ask: Which hurts most?, of: thoughts, when: {thoughts: {more-than: 1}}}
    - {id: traps, type: choices, ask: A trap?, from: distortions, optional: true}
    - {id: show-hot, type: show, text: "You wrote: {hot}"}
    - {id: more, type: yes-no, ask: More?, optional: true, default: no}
    - id: kind
      type: choice
      ask: Kind?
      options: [All or nothing, {code: x, label: X, weight: 2.5}]
      when: {more: yes, any: [{hot: {is-not: a}}, {traps: {includes: filter}}, {situation: {answered: yes}}]}
    - {id: hours, type: number, ask: Hours?, low: 0, high: 24, whole: true, unit: h}
    - {id: nap, type: duration, ask: Nap?, default: 30}
    - {id: fair, type: text, ask: Fairer?, prefill: {last: fair}}
    - {id: copy, type: text, ask: Again?, prefill: {form: next, question: words}}
    - {id: both, type: group, questions: [{id: at, type: time, ask: When?}, {id: on, type: date, ask: What day?}]}
    - {id: breathe, type: breathe, ask: Breathe?, in: 4, out: 6, seconds: 60}
    - {id: wait, type: timer, ask: Wait?, seconds: 30}
  score:
    - {id: sum, label: Sum, sum: [strength.before, kind], minus: [hours]}
  when-all: []
  reviewed: no
  updated: 2026-11-21
  sources: [{name: A book, year: 2015}]
  when-any: [{next.words: {answered: yes}}, {hours: {at-most: 2}}]
  then:
    - {offer: next, when: {hours: {less-than: 3}}, say: Test it?, link: tests}
    - {remind: on, say: Look again.}
  """
