import Foundation
import JSON
import Testing

@testable import Forms

@Suite struct StoredFormTests {
  @Test func `Every shape of answer comes back from its JSON`() throws {
    let answers: [String: Answer] = [
      "text": .text("1"), "empty": .text(""), "number": .number(1), "fraction": .number(-0.5), "yes": .yesNo(true),
      "no": .yesNo(false), "items": .items(["1", "שלום", "a\nb"]), "none": .items([]),
      "group": .group(["a": .number(0), "b": .group(["c": .text("x")])]),
      "each": .each([.init(of: "sad", answers: ["before": .number(80)]), .init(of: "own words", answers: [:])]),
    ]
    #expect(Answer.answers(Answer.json(answers)) == answers)
    let bytes = try Answer.json(answers).canonical()
    let read = try JSON(reading: bytes, limits: JSONLimits(bytes: 4096))
    #expect(Answer.answers(read) == answers)
  }

  @Test func `What no answer looks like is refused`() {
    let bad: [JSON] = [
      nil, ["a", 1], [["of": "a"]], [["of": 1, "answers": [:]]], ["a": nil], [["of": "a", "answers": ["b": nil]]],
      [[]], [["of": "a", "answers": []]],
    ]
    for json in bad { #expect(Answer(json) == nil, "\(json)") }
    #expect(Answer.answers(["a"]) == nil)
    #expect(Answer.answers("a") == nil)
  }

  @Test func `A walk comes back from its JSON at every step, and goes on the same way`() throws {
    let form = Form.record
    var walk = Walk(form)
    var seen = 0
    func check() throws {
      let bytes = try walk.json.canonical()
      let read = Walk(try JSON(reading: bytes, limits: JSONLimits(bytes: 65_536)), for: form)
      #expect(read == walk)
      #expect(read?.place(in: form) == walk.place(in: form))
      seen += 1
    }
    try check()
    walk.lines = ["first line"]
    walk.partial = "and the sec"
    try check()
    for reply: Answer in [.text("s"), .items(["sad", "own [words]"]), .number(80), .number(60), .items(["1", "2"])] {
      walk.answer(reply, in: form)
      try check()
    }
    walk.skip(in: form)
    try check()
    _ = walk.back(in: form)
    try check()
    walk.revisit(Path("strength", "own [words]", "before"))
    try check()
    walk.answer(.number(1), in: form)
    try check()
    #expect(seen == 11)
  }

  @Test func `A walk of another form, or of no walk at all, is refused`() {
    let walk = Walk(Form.record)
    var other = Form.record
    other.id = "other"
    #expect(Walk(walk.json, for: other) == nil)
    for name in ["form", "version", "answers", "skipped", "lines", "partial"] {
      guard case .object(var object) = walk.json else { continue }
      object[name] = nil
      #expect(Walk(.object(object), for: Form.record) == nil, "without \(name)")
    }
    var broken = walk.json.object
    broken?["answers"] = [["situation", "not a path"]]
    #expect(broken.flatMap { Walk(.object($0), for: Form.record) } == nil)
  }

  @Test func `The wording of a form comes back whole`() throws {
    var form = Form.record
    form.gate = .safeNow
    form.when = .all([.any([.compare(question: "a", .equals(.number(1)))]), .compare(question: "b", .answered(false))])
    form.offers = [
      Offer(.form("next", link: "tests"), say: "?", when: .compare(question: "hot", .isNot(.text("x")))),
      Offer(.remind("day"), say: "!"),
    ]
    form.questions += [
      Question("day", .date, initial: .text("2026-11-20"), prefill: .last("day")),
      Question("time", .time, prefill: .entry(form: "other", question: "time")),
      Question("slept", .duration, initial: .number(0.5)), Question("yes", .yesNo, initial: .yesNo(false)),
      Question("l", .list, initial: .items(["a"]), code: Code(system: "handrail", code: "l")),
      Question("n", .number(low: nil, high: 5, whole: true), why: "w", optional: true),
      Question("b", .breathe(inhale: 4, exhale: 6, seconds: 60)), Question("t", .timer(seconds: 1)),
      Question("g", .group([Question("in", .choice(Choices([.init("a", "A", help: "h", weight: 1)])))])),
      Question(
        "w", .text, when: .any([.compare(question: "n", .atLeast(1)), .compare(question: "l", .includes("a"))])),
    ]
    let stored = try JSONEncoder().encode(form)
    #expect(try JSONDecoder().decode(Form.self, from: stored) == form)
  }
}
