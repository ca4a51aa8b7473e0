import Testing

@testable import Forms

@Suite struct StepsTests {
  @Test func `Questions whose branch is closed are left out`() {
    let form = Form.record
    #expect(form.places([:]) == ["situation", "feelings", "thoughts"])
    #expect(form.places([Path("thoughts"): .items(["a"])]) == ["situation", "feelings", "thoughts"])
    #expect(
      form.places([Path("thoughts"): .items(["a", "b"]), Path("hot"): .text("a")])
        == ["situation", "feelings", "thoughts", "hot", "shown"])
  }

  @Test func `Each chosen item opens its inner questions, own words too`() {
    let steps = Form.record.steps(under: [Path("feelings"): .items(["mad", "Hiraeth", "sad"])])
    #expect(
      steps.map(\.path.text) == [
        "situation", "feelings", "strength[mad].before", "strength[Hiraeth].before", "strength[sad].before", "thoughts",
        "again[mad].after", "again[Hiraeth].after", "again[sad].after",
      ])
    #expect(steps.map(\.item) == [nil, nil, "Mad", "Hiraeth", "Sad", nil, "Mad", "Hiraeth", "Sad"])
  }

  @Test func `The answers to a closed question are closed to every later condition`() {
    let form = Form.of(
      Question("a", .yesNo), Question("b", .yesNo, when: .compare(question: "a", .equals(.yesNo(true)))),
      Question("c", .yesNo, when: .compare(question: "b", .equals(.yesNo(true)))))
    let answers: [Path: Answer] = [Path("a"): .yesNo(true), Path("b"): .yesNo(true)]
    #expect(form.places(answers) == ["a", "b", "c"])
    #expect(form.places(answers.merging([Path("a"): .yesNo(false)]) { $1 }) == ["a"])
  }

  @Test func `Earlier answers become choices, with the labels they were given`() {
    let form = Form.of(
      Question("needs", .choices(Choices([.init("h", "Hungry"), .init("t", "Tired")], other: true), least: 1)),
      Question("loudest", .choice(Choices([.init("x", "Neither")], of: "needs"))))
    let steps = form.steps(under: [Path("needs"): .items(["t", "cold"])])
    #expect(steps.last?.options == [.init("t", "Tired"), .init("cold", "cold"), .init("x", "Neither")])
    #expect(form.labels(of: "loudest") == ["h": "Hungry", "t": "Tired", "x": "Neither"])
  }

  @Test func `A choice with nothing to choose from is left out`() {
    let form = Form.of(
      Question("needs", .list), Question("loudest", .choice(Choices(of: "needs"))),
      Question("free", .choice(Choices(of: "needs", other: true))),
      Question("own", .choices(Choices([.init("x", "X")], of: "needs"), least: 0)))
    #expect(form.places([:]) == ["needs", "free", "own"])
    #expect(form.places([Path("needs"): .items(["a"])]) == ["needs", "loudest", "free", "own"])
  }

  @Test func `A group is asked in its place, and later conditions see its answers`() {
    let form = Form.of(
      Question("g", .group([Question("a", .yesNo), .scale("b", when: .compare(question: "a", .answered(true)))])),
      Question("c", .text, when: .compare(question: "b", .moreThan(5))))
    let a = Path([.init("g"), .init("a")])
    let b = Path([.init("g"), .init("b")])
    #expect(form.places([:]) == ["g.a"])
    #expect(form.places([a: .yesNo(false), b: .number(6)]) == ["g.a", "g.b", "c"])
  }

  @Test func `A closed group or each closes all inside it`() {
    let closed = Condition.compare(question: "a", .equals(.yesNo(true)))
    let form = Form.of(
      Question("a", .yesNo), Question("l", .list), Question("g", .group([Question("b", .text)]), when: closed),
      Question("e", .each(of: "l", [Question("c", .text)]), when: closed))
    let answers: [Path: Answer] = [Path("a"): .yesNo(false), Path("l"): .items(["x"])]
    #expect(form.places(answers) == ["a", "l"])
    #expect(form.places(answers.merging([Path("a"): .yesNo(true)]) { $1 }) == ["a", "l", "g.b", "e[x].c"])
  }

  @Test func `Inside an each, a condition sees this item's answers and not those of others`() {
    let form = Form.of(
      Question("l", .list),
      Question(
        "e",
        .each(
          of: "l",
          [
            Question("g", .group([Question("done", .yesNo)])),
            Question("why", .text, when: .compare(question: "done", .equals(.yesNo(false)))),
          ])))
    func done(_ item: String) -> Path { Path([.init("e", item: item), .init("g"), .init("done")]) }
    let answers: [Path: Answer] = [Path("l"): .items(["x", "y"]), done("x"): .yesNo(false), done("y"): .yesNo(true)]
    #expect(form.places(answers) == ["l", "e[x].g.done", "e[x].why", "e[y].g.done"])
  }

  @Test func `An item that stands twice in a list is gone through once`() {
    let form = Form.of(Question("l", .list), Question("e", .each(of: "l", [Question("c", .text)])))
    #expect(form.places([Path("l"): .items(["x", "y", "x"])]) == ["l", "e[x].c", "e[y].c"])
  }

  @Test func `Words, breathing and timers ask nothing`() {
    let kinds: [Question.Kind] = [.show("a"), .breathe(inhale: 4, exhale: 6, seconds: 60), .timer(seconds: 30)]
    #expect(kinds.map { Step(path: Path("a"), question: Question("a", $0)).isShown } == [true, true, true])
    #expect(!Step(path: Path("a"), question: Question("a", .text)).isShown)
  }

  @Test func `Every question is found by its id, also inside groups`() {
    #expect(
      Form.record.allQuestions.map(\.id) == [
        "situation", "feelings", "strength", "before", "thoughts", "hot", "shown", "again", "after",
      ])
    #expect(Form.record.question("after")?.ask == "And {it} now?")
    #expect(Form.record.question("nothing") == nil)
  }
}
