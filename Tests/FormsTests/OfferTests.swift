import Testing

@testable import Forms

@Suite struct OfferTests {
  private func offers(_ conditions: Condition?..., after response: [String: Answer]) -> [String] {
    var form = Form.of(Question("a", .yesNo))
    form.offers = conditions.enumerated().map { Offer(.form("next\($0)", link: nil), say: "\($0)", when: $1) }
    return form.offers(after: response).map(\.say)
  }

  @Test func `What comes next follows from the answers, in order`() {
    let low = Condition.compare(question: "mood", .atMost(2))
    let grouped = Condition.compare(question: "inner", .equals(.yesNo(true)))
    let response: [String: Answer] = ["mood": .number(2), "g": .group(["inner": .yesNo(true)])]
    #expect(offers(nil, low, grouped, .compare(question: "mood", .moreThan(2)), after: response) == ["0", "1", "2"])
    #expect(offers(low, grouped, after: [:]) == [])
  }

  @Test func `The answers of one item of an each decide nothing`() {
    let strong = Condition.compare(question: "before", .atLeast(80))
    let rows: Answer = .each([.init(of: "sad", answers: ["before": .number(90)])])
    #expect(offers(strong, after: ["strength": rows]) == [])
  }

  @Test func `A number equals a list that holds so many`() {
    let two = Condition.compare(question: "l", .equals(.number(2)))
    #expect(two.holds(over: ["l": .items(["a", "b"])]))
    #expect(!two.holds(over: ["l": .items(["2"])]))
    #expect(Condition.compare(question: "l", .isNot(.number(1))).holds(over: ["l": .items(["a", "b"])]))
    #expect(!Condition.compare(question: "l", .isNot(.number(1))).holds(over: [:]))
  }
}
