import Testing

@testable import Forms

@Suite struct LeftOutTests {
  private let form = Form.of(
    .scale("a", "A?"), .scale("b", "B?"), .scale("more", "More?", when: .compare(question: "b", .moreThan(0))),
    Question("s", .show("words")), .scale("c", "C?"))

  @Test func `What was left out is told apart from what was not asked`() {
    let walk = Walk(form, editing: ["a": .number(1)])
    #expect(walk.leftOut(in: form).map(\.ask) == ["B?", "C?"])
    #expect(walk.leftOut(in: form).map(\.words) == ["", ""])
    #expect(Walk(form, editing: ["a": .number(1), "b": .number(0), "c": .number(0)]).leftOut(in: form) == [])
  }

  @Test func `Questions that were left out are opened one after the other, and lead back to the end`() {
    var walk = Walk(form, editing: ["a": .number(1)])
    walk.open(["b", "c", "a"], in: form)
    #expect(walk.place(in: form) == "b")
    walk.answer(.number(2), in: form)
    #expect(walk.place(in: form) == "more")
    walk.skip(in: form)
    #expect(walk.place(in: form) == "c")
    walk.answer(.number(3), in: form)
    #expect(walk.isAtEnd)
    #expect(walk.response(in: form) == ["a": .number(1), "b": .number(2), "c": .number(3)])
  }

  @Test func `With nothing to open the walk stays at its end`() {
    var walk = Walk(form, editing: ["a": .number(1)])
    let before = walk
    walk.open(["a", "gone", "s", "more"], in: form)
    #expect(walk == before)
  }
}
