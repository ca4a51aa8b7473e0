import Testing

@testable import Forms

@Suite struct WordingTests {
  let form = Form.record
  let answers: [Path: Answer] = [
    Path("situation"): .text("Rain {feelings}"), Path("feelings"): .items(["sad", "Hiraeth"]),
    Path("strength", "sad", "before"): .number(80), Path("thoughts"): .items(["one", "two"]), Path("hot"): .text("two"),
  ]

  private func fill(_ text: String, at index: Int = 0) -> String {
    form.fill(text, step: form.steps(under: answers)[index], answers: answers)
  }

  @Test func `Earlier answers stand in the words of a question`() {
    #expect(fill("You wrote: {hot}") == "You wrote: two")
    #expect(fill("{feelings}, {feelings}") == "Sad, Hiraeth, Sad, Hiraeth")
    #expect(fill("{thoughts}") == "one\ntwo")
  }

  @Test func `What a person wrote is never filled in again`() { #expect(fill("{situation}") == "Rain {feelings}") }

  @Test func `Inside an each, {it} is the item and its own answers come first`() {
    #expect(fill("How strong was {it}? {before}", at: 2) == "How strong was Sad? 80%")
    #expect(fill("{it}: {before}, {hot}", at: 3) == "Hiraeth: …, two")
  }

  @Test func `What is not answered is an ellipsis, and what is no question stays`() {
    #expect(form.fill("{hot}", step: form.steps(under: [:])[0], answers: [:]) == "…")
    #expect(fill("{nothing} { {it} {hot") == "{nothing} { {it} {hot")
    #expect(fill("") == "")
    #expect(fill("a } b {hot} c }") == "a } b two c }")
  }

  @Test func `Answers are said as they were asked`() {
    let form = Form.of(
      Question("m", .scale(low: 0, high: 10, lowWords: "l", highWords: "h")), .scale("p"),
      Question("w", .number(low: nil, high: nil, whole: false), unit: "kg"), Question("d", .duration),
      Question("y", .yesNo), Question("c", .choice(Choices([.init("a", "Angry")], other: true))))
    func words(_ answer: Answer, to id: String) -> String {
      form.question(id).map { form.words(for: answer, to: $0) } ?? ""
    }
    #expect(words(.number(7), to: "m") == "7 of 10")
    #expect(words(.number(70), to: "p") == "70%")
    #expect(words(.number(70.5), to: "w") == "70.5 kg")
    #expect(words(.number(450), to: "d") == "7 h 30 min")
    #expect(words(.yesNo(true), to: "y") == "yes")
    #expect(words(.yesNo(false), to: "y") == "no")
    #expect(words(.text("a"), to: "c") == "Angry")
    #expect(words(.text("tense"), to: "c") == "tense")
  }

  @Test func `A form is spoken in its order, without what was not answered`() {
    var walk = Walk(form)
    walk.answers = answers
    #expect(
      walk.spoken(in: form) == [
        SpokenAnswer(path: Path("situation"), ask: "What happened?", words: "Rain {feelings}"),
        SpokenAnswer(path: Path("feelings"), ask: "", words: "Sad, Hiraeth"),
        SpokenAnswer(path: Path("strength", "sad", "before"), ask: "How strong was Sad?", words: "80%"),
        SpokenAnswer(path: Path("thoughts"), ask: "What went through your mind?", words: "one\ntwo"),
        SpokenAnswer(path: Path("hot"), ask: "Which hurts most?", words: "two"),
      ])
  }
}
