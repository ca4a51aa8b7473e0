import Testing

@testable import Forms

@Suite struct WalkTests {
  let form = Form.record

  @Test func `A walk goes from the first question to the last, over what was chosen`() {
    var walk = Walk(form)
    var places: [String] = []
    let replies: [Answer] = [
      .text("The bus was late."), .items(["sad", "Hiraeth"]), .number(80), .number(60), .items(["one", "two"]),
      .text("two"),
    ]
    for reply in replies {
      places.append(walk.place(in: form) ?? "end")
      walk.answer(reply, in: form)
    }
    #expect(
      places == ["situation", "feelings", "strength[sad].before", "strength[Hiraeth].before", "thoughts", "hot"])
    #expect(walk.place(in: form) == "shown")
    walk.pass(in: form)
    walk.answer(.number(50), .number(40), in: form)
    #expect(walk.isAtEnd)
    #expect(walk.current(in: form) == nil)
    #expect(
      walk.response(in: form) == [
        "situation": .text("The bus was late."), "feelings": .items(["sad", "Hiraeth"]),
        "strength": .each([
          .init(of: "sad", answers: ["before": .number(80)]), .init(of: "Hiraeth", answers: ["before": .number(60)]),
        ]),
        "thoughts": .items(["one", "two"]), "hot": .text("two"),
        "again": .each([
          .init(of: "sad", answers: ["after": .number(50)]), .init(of: "Hiraeth", answers: ["after": .number(40)]),
        ]),
      ])
  }

  @Test func `Back goes through a branch and keeps every answer`() {
    var walk = Walk(form)
    walk.answer(.text("s"), .items(["sad"]), .number(80), .items(["one", "two"]), .text("two"), in: form)
    let answers = walk.answers
    var places: [String] = []
    while walk.back(in: form) { places.append(walk.place(in: form) ?? "end") }
    #expect(places == ["hot", "thoughts", "strength[sad].before", "feelings", "situation"])
    #expect(walk.answers == answers)
    #expect(walk.place(in: form) == "situation")
  }

  @Test func `Back from the end passes over what only shows something`() {
    let form = Form.of(Question("a", .yesNo), Question("s", .show("x")), Question("t", .timer(seconds: 1)))
    var walk = Walk(form)
    walk.answer(.yesNo(true), in: form)
    walk.pass(in: form)
    walk.pass(in: form)
    #expect(walk.isAtEnd)
    let moved = walk.back(in: form)
    #expect(moved)
    #expect(walk.place(in: form) == "a")
    let first = Form.of(Question("s", .show("x")), Question("a", .yesNo))
    walk = Walk(first)
    walk.pass(in: first)
    let before = walk
    let moved2 = walk.back(in: first)
    #expect(!moved2)
    #expect(walk == before)
  }

  @Test func `Skipping leaves a question without an answer, also one it had`() {
    var walk = Walk(form)
    walk.answer(.text("s"), in: form)
    let moved3 = walk.back(in: form)
    #expect(moved3)
    walk.skip(in: form)
    #expect(walk.place(in: form) == "feelings")
    walk.skip(in: form)
    walk.skip(in: form)
    #expect(walk.isAtEnd)
    #expect(walk.answers == [:])
    #expect(walk.skipped == [Path("situation"), Path("feelings"), Path("thoughts")])
    #expect(walk.response(in: form) == [:])
  }

  @Test func `An answer to a skipped question is an answer`() {
    var walk = Walk(form)
    walk.skip(in: form)
    let moved4 = walk.back(in: form)
    #expect(moved4)
    walk.answer(.text("s"), in: form)
    #expect(walk.skipped == [])
    #expect(walk.answers == [Path("situation"): .text("s")])
  }

  @Test func `Closing a branch hides its answers, and opening it again shows them`() {
    var walk = Walk(form)
    walk.answer(.text("s"), .items(["sad"]), .number(80), .items(["one", "two"]), .text("two"), in: form)
    walk.revisit(Path("thoughts"))
    walk.answer(.items(["one"]), in: form)
    #expect(walk.answers[Path("hot")] == .text("two"))
    #expect(walk.response(in: form)["hot"] == nil)
    walk.revisit(Path("thoughts"))
    walk.answer(.items(["zero", "two"]), in: form)
    #expect(walk.response(in: form)["hot"] == .text("two"))
  }

  @Test func `A feeling that is taken out leaves with its ratings`() {
    var walk = Walk(form)
    walk.answer(.text("s"), .items(["sad", "mad"]), .number(80), .number(30), in: form)
    walk.revisit(Path("feelings"))
    walk.answer(.items(["mad"]), in: form)
    #expect(walk.answers[Path("strength", "sad", "before")] == .number(80))
    #expect(
      walk.response(in: form) == [
        "situation": .text("s"), "feelings": .items(["mad"]),
        "strength": .each([.init(of: "mad", answers: ["before": .number(30)])]),
      ])
  }

  @Test func `A place whose step has closed moves on to the next open question`() {
    var walk = Walk(form)
    walk.answer(.text("s"), .items(["sad"]), .number(80), .items(["one", "two"]), in: form)
    #expect(walk.place(in: form) == "hot")
    walk.answers[Path("thoughts")] = .items(["one"])
    #expect(walk.place(in: form) == "again[sad].after")
    walk.answer(.number(10), in: form)
    #expect(walk.isAtEnd)
  }

  @Test func `Moving clears the line that was being written`() {
    var walk = Walk(form)
    walk.answer(.text("s"), in: form)
    walk.lines = ["a"]
    walk.partial = "b"
    let moved5 = walk.back(in: form)
    #expect(moved5)
    #expect(walk.lines == [])
    #expect(walk.partial == "")
  }

  @Test func `At the end nothing more is answered or skipped`() {
    var walk = Walk(Form.of(Question("a", .text)))
    let form = Form.of(Question("a", .text))
    walk.answer(.text("x"), in: form)
    let end = walk
    walk.answer(.text("y"), in: form)
    walk.skip(in: form)
    walk.pass(in: form)
    #expect(walk == end)
  }
}
