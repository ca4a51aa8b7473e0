import Testing

@testable import Forms

@Suite struct KeysTests {
  private func step(_ codes: [String], of source: String? = nil) -> Step {
    let options = codes.map { Choices.Option($0, "sentence \($0)") }
    return Step(
      path: Path("q"), question: Question("q", .choice(Choices(options, of: source))), options: options)
  }

  private func read(_ reply: String, _ step: Step) -> Result<Answer, ReadingError> {
    Result { () throws(ReadingError) in try step.read(reply, today: Day(daysSince1970: 0)) }
  }

  @Test func `Options are numbered by their place`() {
    let step = step(["none", "some"])
    #expect(step.keys == [1, 2])
    #expect(read("2", step) == .success(.text("some")))
    #expect(read("3", step) == .failure(.noSuchChoice("3", count: 2)))
  }

  @Test func `A scale of sentences is numbered as clinicians number it`() {
    let step = step(["0", "1", "2", "3"])
    #expect(step.keys == [0, 1, 2, 3])
    #expect(read("0", step) == .success(.text("0")))
    #expect(read("3", step) == .success(.text("3")))
    #expect(read("sentence 2", step) == .success(.text("2")))
    #expect(read("4", step) == .failure(.outside(low: 0, high: 3)))
  }

  @Test func `What a person wrote as a number stays in its place`() {
    let step = step(["20", "5"], of: "list")
    #expect(step.keys == [1, 2])
    #expect(read("2", step) == .success(.text("5")))
  }

  @Test func `One word among numbers numbers all by place`() {
    #expect(step(["0", "1", "rather-not"]).keys == [1, 2, 3])
    #expect(step(["00", "1"]).keys == [1, 2])
    #expect(step(["1", "1"]).keys == [1, 2])
  }
}
