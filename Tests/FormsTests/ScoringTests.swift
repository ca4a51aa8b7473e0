import Testing

@testable import Forms

@Suite struct ScoringTests {
  private func ratings(_ name: String, _ values: [(String, Double)]) -> Answer {
    .each(values.map { EachAnswer(of: $0.0, answers: [name: .number($0.1)]) })
  }

  @Test func `Every number of a response is measured, with its item and unit`() {
    let form = Form.of(
      Question("mood", .scale(low: 0, high: 10, lowWords: "l", highWords: "h")), Question("slept", .duration),
      Question("weight", .number(low: nil, high: nil, whole: false), unit: "kg"), Question("took", .yesNo),
      Question("left", .yesNo), Question("how", .choice(Choices([.init("a", "A", weight: 2), .init("b", "B")]))),
      Question("odd", .choice(Choices([.init("b", "B")]))), Question("l", .list), Question("t", .text),
      Question("e", .each(of: "l", [.scale("r")])),
      Question("g", .group([.scale("in")])))
    let response: [String: Answer] = [
      "mood": .number(6), "slept": .number(450), "weight": .number(70.5), "took": .yesNo(true), "left": .yesNo(false),
      "how": .text("a"), "odd": .text("b"), "l": .items(["x", "y"]), "t": .text("7"),
      "e": ratings("r", [("x", 5), ("y", 0)]), "g": .group(["in": .number(3)]), "unknown": .number(9),
    ]
    #expect(
      form.measured(response) == [
        Measured(variable: "mood", value: 6), Measured(variable: "slept", value: 450, unit: "min"),
        Measured(variable: "weight", value: 70.5, unit: "kg"), Measured(variable: "took", value: 1),
        Measured(variable: "left", value: 0), Measured(variable: "how", value: 2),
        Measured(variable: "e.r", item: "x", value: 5, unit: "%"),
        Measured(variable: "e.r", item: "y", value: 0, unit: "%"),
        Measured(variable: "g.in", value: 3, unit: "%"),
      ])
    #expect(form.measured([:]) == [])
  }

  @Test func `A score sums numbers and takes others away`() {
    let response: [String: Answer] = [
      "strength": ratings("before", [("sad", 80), ("mad", 60)]), "again": ratings("after", [("sad", 50), ("mad", 70)]),
    ]
    #expect(Form.record.scored(response) == [Measured(variable: "relief", value: 20)])
  }

  @Test func `A score without numbers on both sides is left out, not taken as zero`() {
    #expect(Form.record.scored([:]) == [])
    #expect(Form.record.scored(["strength": ratings("before", [("sad", 80)])]) == [])
    #expect(Form.record.scored(["again": ratings("after", [("sad", 80)])]) == [])
  }

  @Test func `What was rated only once does not count as relief`() {
    let response: [String: Answer] = [
      "strength": ratings("before", [("sad", 80), ("mad", 60)]), "again": ratings("after", [("mad", 50)]),
    ]
    #expect(Form.record.scored(response) == [Measured(variable: "relief", value: 10)])
    let apart: [String: Answer] = [
      "strength": ratings("before", [("sad", 80)]), "again": ratings("after", [("mad", 50)]),
    ]
    #expect(Form.record.scored(apart) == [])
  }

  @Test func `Numbers of single questions are summed as they are`() {
    let form = Form.of(
      .scale("a"), .scale("b"), .scale("c"),
      scores: [
        Score(id: "sum", label: "Sum", sum: ["a", "b"]), Score(id: "less", label: "Less", sum: ["a"], minus: ["c"]),
      ])
    #expect(
      form.scored(["a": .number(3), "b": .number(4), "c": .number(5)])
        == [Measured(variable: "sum", value: 7), Measured(variable: "less", value: -2)])
  }

  @Test func `A score with a missing answer says so, fills nothing in, and stays out of trends`() {
    var form = Form.of(
      .scale("a"), .scale("b"), .scale("c", when: .compare(question: "a", .atLeast(50))),
      scores: [Score(id: "sum", label: "Sum", sum: ["a", "b", "c"])])
    #expect(form.scores(of: ["a": .number(3)]) == [ScoreResult(id: "sum", label: "Sum", value: 3, missing: 1)])
    #expect(form.scored(["a": .number(3)]) == [])
    // What a branch did not ask is not missing.
    let short: [String: Answer] = ["a": .number(3), "b": .number(4)]
    #expect(form.scores(of: short) == [ScoreResult(id: "sum", label: "Sum", value: 7)])
    #expect(form.scores(of: ["a": .number(60), "b": .number(4)]).map(\.missing) == [1])
    form.scores = Form.record.scores
    let half: [String: Answer] = [
      "feelings": .items(["sad", "mad"]), "strength": ratings("before", [("sad", 80), ("mad", 60)]),
      "again": ratings("after", [("mad", 50)]),
    ]
    #expect(Form.record.scores(of: half) == [ScoreResult(id: "relief", label: "Relief", value: 10, missing: 1)])
  }

  @Test func `Options count by their weight, in a choice and in choices, and words of one's own count nothing`() {
    let options: [Choices.Option] = [.init("a", "A", weight: 1), .init("b", "B", weight: 2.5), .init("c", "C")]
    let form = Form.of(
      Question("one", .choice(Choices(options))), Question("many", .choices(Choices(options, other: true), least: 0)),
      scores: [Score(id: "sum", label: "Sum", sum: ["one", "many"])])
    func sum(_ one: String, _ many: [String]) -> [ScoreResult] {
      form.scores(of: ["one": .text(one), "many": .items(many)])
    }
    #expect(sum("b", ["a", "b", "mine"]) == [ScoreResult(id: "sum", label: "Sum", value: 6)])
    #expect(sum("a", ["c"]) == [ScoreResult(id: "sum", label: "Sum", value: 1, missing: 1)])
    #expect(sum("c", ["mine"]) == [])
    #expect(form.measured(["many": .items(["a", "b"])]) == [Measured(variable: "many", value: 3.5)])
  }

  @Test func `A question in a group is added up by its own name`() {
    let form = Form.of(
      Question("g", .group([.scale("a"), .scale("b")])), Question("l", .list),
      Question("e", .each(of: "l", [Question("h", .group([.scale("c")]))])),
      scores: [
        Score(id: "sum", label: "Sum", sum: ["a", "b"]), Score(id: "each", label: "Each", sum: ["e.c"]),
      ])
    let response: [String: Answer] = [
      "g": .group(["a": .number(1), "b": .number(2)]), "l": .items(["x"]),
      "e": .each([EachAnswer(of: "x", answers: ["h": .group(["c": .number(5)])])]),
    ]
    #expect(form.scores(of: response).map(\.value) == [3, 5])
    #expect(form.scores(of: response).map(\.missing) == [0, 0])
  }
}
