import Testing

@testable import Forms

@Suite struct ConditionTests {
  let answers: [String: Answer] = [
    "belief": .number(70), "traps": .items(["mind-reading", "all-or-nothing"]), "more": .yesNo(true),
    "helped": .text("worse"), "none": .items([]),
  ]

  private func holds(_ question: String, _ comparison: Comparison) -> Bool {
    Condition.compare(question: question, comparison).holds(over: answers)
  }

  @Test func `Numbers compare with their bound on the right side`() {
    let at = [69.0, 70, 71]
    #expect(at.map { holds("belief", .atLeast($0)) } == [true, true, false])
    #expect(at.map { holds("belief", .atMost($0)) } == [false, true, true])
    #expect(at.map { holds("belief", .moreThan($0)) } == [true, false, false])
    #expect(at.map { holds("belief", .lessThan($0)) } == [false, false, true])
  }

  @Test func `Lists compare by how many items they hold`() {
    #expect(holds("traps", .moreThan(1)))
    #expect(!holds("traps", .moreThan(2)))
    #expect(holds("traps", .atMost(2)))
    #expect(holds("none", .lessThan(1)))
    #expect(!holds("helped", .atLeast(0)))
    #expect(!holds("more", .atLeast(0)))
  }

  @Test func `Equal, unequal and included compare with the answer itself`() {
    #expect(holds("more", .equals(.yesNo(true))))
    #expect(!holds("more", .equals(.yesNo(false))))
    #expect(holds("helped", .equals(.text("worse"))))
    #expect(holds("helped", .isNot(.text("helped"))))
    #expect(!holds("helped", .isNot(.text("worse"))))
    #expect(holds("traps", .includes("mind-reading")))
    #expect(!holds("traps", .includes("mind")))
    #expect(holds("helped", .includes("worse")))
    #expect(!holds("belief", .includes("70")))
  }

  @Test func `An unanswered question makes every comparison false, but that it is unanswered`() {
    let comparisons: [Comparison] = [
      .equals(.number(0)), .isNot(.number(0)), .atLeast(0), .atMost(0), .moreThan(0), .lessThan(0), .includes(""),
      .answered(true),
    ]
    #expect(comparisons.filter { holds("missing", $0) } == [])
    #expect(holds("missing", .answered(false)))
    #expect(holds("belief", .answered(true)))
    #expect(!holds("belief", .answered(false)))
  }

  @Test func `All and any nest`() {
    let yes = Condition.compare(question: "more", .equals(.yesNo(true)))
    let no = Condition.compare(question: "belief", .lessThan(10))
    func holds(_ condition: Condition) -> Bool { condition.holds(over: answers) }
    #expect(holds(.all([yes, yes])))
    #expect(!holds(.all([yes, no])))
    #expect(holds(.any([no, yes])))
    #expect(!holds(.any([no, no])))
    #expect(holds(.all([])))
    #expect(!holds(.any([])))
    #expect(holds(.all([.any([no, .all([yes, .any([yes])])]), yes])))
    #expect(!holds(.any([.all([yes, .any([no, .all([no, yes])])]), no])))
  }
}
