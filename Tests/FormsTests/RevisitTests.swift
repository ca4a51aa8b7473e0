import Testing

@testable import Forms

@Suite struct RevisitTests {
  let form = Form.record
  let finished: Walk

  init() {
    finished = Walk(
      Form.record,
      editing: [
        "situation": .text("s"), "feelings": .items(["sad"]),
        "strength": .each([.init(of: "sad", answers: ["before": .number(80)])]), "thoughts": .items(["one", "two"]),
        "hot": .text("two"), "again": .each([.init(of: "sad", answers: ["after": .number(50)])]),
      ])
  }

  @Test func `A stored response opens at its summary and gives itself back`() {
    #expect(finished.isAtEnd)
    let stored = finished.response(in: form)
    #expect(Walk(form, editing: stored) == finished)
    #expect(finished.skipped == [Path("shown")])
  }

  @Test func `One answer is changed, and the summary comes back`() {
    var walk = finished
    walk.revisit(Path("strength", "sad", "before"))
    #expect(walk.place(in: form) == "strength[sad].before")
    walk.answer(.number(75), in: form)
    #expect(walk.isAtEnd)
    #expect(!walk.returning)
    var expected = finished
    expected.answers[Path("strength", "sad", "before")] = .number(75)
    expected.cursor = walk.cursor
    #expect(walk == expected)
  }

  @Test func `Questions that the change opens are asked before the summary`() {
    var walk = finished
    walk.revisit(Path("feelings"))
    walk.answer(.items(["sad", "mad"]), in: form)
    #expect(walk.place(in: form) == "strength[mad].before")
    walk.answer(.number(20), in: form)
    #expect(walk.place(in: form) == "again[mad].after")
    walk.skip(in: form)
    #expect(walk.isAtEnd)
    #expect(
      walk.response(in: form)["strength"]
        == .each([
          .init(of: "sad", answers: ["before": .number(80)]), .init(of: "mad", answers: ["before": .number(20)]),
        ]))
  }

  @Test func `An answer skipped on a visit is gone, and the summary comes back`() {
    var walk = finished
    walk.revisit(Path("situation"))
    walk.skip(in: form)
    #expect(walk.isAtEnd)
    #expect(walk.response(in: form)["situation"] == nil)
  }

  @Test func `An answer chosen from a list is asked again when the list no longer holds it`() {
    var walk = finished
    walk.revisit(Path("thoughts"))
    walk.answer(.items(["one", "three"]), in: form)
    #expect(walk.place(in: form) == "hot")
    walk.answer(.text("three"), in: form)
    #expect(walk.isAtEnd)
    #expect(walk.response(in: form)["hot"] == .text("three"))
  }
}
