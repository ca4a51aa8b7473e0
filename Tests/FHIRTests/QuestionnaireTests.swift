import Forms
import Testing

@testable import FHIR

/// A file as a form: every type, lists of answers, conditions, words and limits.
@Suite struct QuestionnaireTests {
  private func labels(_ form: Form, _ id: String) -> [String] {
    form.question(id)?.choices?.options.map(\.label) ?? []
  }

  @Test func `Every type of item becomes a question that can be asked`() throws {
    let found = try Fixture.read("every-type.json")
    let form = found.form
    #expect(found.title == "Every type" && found.status == "active" && found.count == 16)
    #expect(found.askedOnce == ["Which days were loud?"])
    #expect(form.id == "every-type" && form.kind == .measure)
    #expect(
      form.steps(under: [:]).map(\.path.question) == [
        "1-words", "1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "1-7", "1-8", "1-9", "1-10", "1-11", "2", "3", "4", "5",
        "7", "8",
      ])
    #expect(form.question("1-words")?.kind == .show("About the days"))
    #expect(form.question("1-2")?.kind == .yesNo && form.question("1-2")?.optional == false)
    #expect(form.question("1-3")?.kind == .number(low: 0, high: 40, whole: true))
    #expect(form.question("1-4")?.kind == .number(low: nil, high: nil, whole: false))
    #expect(form.question("1-4")?.unit == "miles" && form.question("1-4")?.optional == true)
    #expect(form.question("1-5")?.longest == 12)
    #expect(form.question("1-7")?.kind == .date && form.question("1-7")?.latest == "2026-12-31")
    #expect(form.question("1-8")?.kind == .dateTime)
    #expect(form.question("1-9")?.initial == .text("07:00"))
    #expect(labels(form, "1-10-unit") == ["minutes", "hours"])
    #expect(form.question("2")?.ask == "B. Where do you rest?")
    #expect(labels(form, "2") == ["In bed", "On the sofa", "In the park"])
    #expect(form.question("3")?.choices?.other == true && form.question("3")?.initial == .text("Tea"))
    #expect(form.question("4")?.kind == .list)
    #expect(form.question("5")?.choices?.options.map(\.weight) == [1, 2, 3])
    #expect(form.question("6")?.hidden == true && form.question("6")?.initial == .text("form B"))
    #expect(form.question("7")?.unit == "kg" && form.question("7")?.source?.unit?.code == "kg")
    #expect(form.source?.url == "https://example.org/Questionnaire/every-type" && form.source?.version == "2.1")
    #expect(form.source?.publisher == "A made-up clinic")
    #expect(form.question("1-3")?.source?.link == "1.3")
  }

  @Test func `Words with braces are words, and a text of the file never shows an answer`() throws {
    let bytes = Fixture.around(
      #"{"linkId":"a","type":"string","text":"Your name?"},{"linkId":"b","type":"string","text":"Is {a} right?"}"#)
    let form = try Questionnaire.read(bytes).form
    let step = try #require(form.steps(under: [:]).last)
    #expect(form.fill(step.question.ask, step: step, answers: [Path("a"): .text("Mara")]) == "Is {a} right?")
  }

  @Test func `What an answer counts is read wherever it stands, and is the number to type`() throws {
    let form = try Fixture.read("value-sets.json", "value-set-beside.json", "value-set-bundle.json").form
    #expect(labels(form, "1") == ["Low", "High"] && labels(form, "2") == ["No", "Yes"])
    #expect(labels(form, "3") == ["One", "Two"])
    #expect(form.question("1")?.choices?.options.map(\.weight) == [0, 2])
    #expect(form.question("3")?.choices?.options.map(\.weight) == [1, nil])
    #expect(form.steps(under: [:]).map(\.keys) == [[0, 2], [1, 2], [1, 2]])
    let onCoding = try Fixture.read("nine-known.json").form
    #expect(onCoding.question("44250-9")?.choices?.options.map(\.weight) == [0, 1, 2, 3])
  }

  @Test func `A Bundle with one questionnaire and its lists is taken`() throws {
    let found = try Fixture.read("bundle.json")
    #expect(found.title == "In a bundle" && labels(found.form, "1") == ["No", "Yes"])
  }

  @Test func `Conditions open and close questions as FHIR R4 says`() throws {
    let form = try Fixture.read("conditions.json").form
    func open(_ answers: [String: Answer]) -> [String] {
      var paths: [Path: Answer] = [:]
      for (id, answer) in answers {
        paths[Path(id == "a1" ? [.init("a-below"), .init("a1")] : [.init(id)])] = answer
      }
      return form.steps(under: paths).map(\.path.question)
    }
    // Nothing is answered: "!=" holds, and so does "there is no answer".
    #expect(open([:]) == ["a", "b", "any", "none", "d"])
    #expect(open(["a": .yesNo(true)]) == ["a", "a1", "b", "any", "none", "d"])
    #expect(open(["a": .yesNo(true), "b": .text("a1")]) == ["a", "a1", "b", "all", "none", "d"])
    #expect(open(["a": .yesNo(false), "b": .text("a1")]) == ["a", "a1", "b", "none", "d"])
    #expect(
      open(["a": .yesNo(true), "a1": .number(3), "b": .text("a1"), "d": .text("2026-01-01")])
        == ["a", "a1", "b", "all", "any", "d", "late"])
    #expect(
      open(["a": .yesNo(true), "a1": .number(1), "d": .text("2025-12-31"), "b": .text("a1")])
        == ["a", "a1", "b", "all", "d", "few-words", "few1"])
    #expect(form.question("a")?.why == "A pot counts too.")
  }

  @Test func `A hidden question is never asked, and conditions see what stands in it`() throws {
    let bytes = Fixture.around(
      #"""
      {"linkId":"h","type":"boolean","readOnly":true,"initial":[{"valueBoolean":true}]},
      {"linkId":"x","type":"string","text":"Yes?","enableWhen":[{"question":"h","operator":"=","answerBoolean":true}]},
      {"linkId":"y","type":"string","text":"No?","enableWhen":[{"question":"h","operator":"=","answerBoolean":false}]}
      """#)
    let form = try Questionnaire.read(bytes).form
    #expect(form.steps(under: [:]).map(\.path.question) == ["x"])
  }

  @Test func `What is not used is passed over`() throws {
    let bytes = Fixture.around(
      #"{"linkId":"a","type":"boolean","text":"A?","definition":7,"extension":[{"url":"https://x","valueString":"y"}]}"#,
      #""meta":{"profile":[3]},"useContext":"odd","date":"never","text":{"div":"<div/>"},"#)
    #expect(try Questionnaire.read([0xEF, 0xBB, 0xBF] + bytes).count == 1)
  }
}
