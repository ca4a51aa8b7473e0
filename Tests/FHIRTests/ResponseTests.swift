import Forms
import Foundation
import JSON
import Testing

@testable import FHIR

/// A filled-in form as a QuestionnaireResponse, whole.
@Suite struct ResponseTests {
  private let authored = "2026-11-20T21:30:00+01:00"

  private func text(_ json: JSON) throws -> String { String(decoding: try json.canonical(), as: UTF8.self) }

  @Test func `Every answer goes back under its linkId, with its own type`() throws {
    let form = try Fixture.read("every-type.json").form
    let answers: [String: Answer] = [
      "1": .group([
        "1-2": .yesNo(true), "1-3": .number(3), "1-4": .number(2.5), "1-5": .text("calm"), "1-7": .text("2026-11-19"),
        "1-8": .text("2026-11-18T08:05"), "1-9": .text("07:00"), "1-10": .number(20), "1-10-unit": .text("min"),
        "1-11": .text("https://example.org"),
      ]),
      "2": .items(["bed", "In the park"]), "3": .text("My own words"), "4": .items(["Ana", "Bo"]), "5": .text("2"),
      "7": .number(6.5),
    ]
    let response = QuestionnaireResponse(form: form, answers: answers, authored: authored)
    let item: (String, String, JSON) -> JSON = { ["linkId": .string($0), "text": .string($1), "answer": $2] }
    let expected: JSON = [
      "resourceType": "QuestionnaireResponse",
      "questionnaire": "https://example.org/Questionnaire/every-type|2.1", "status": "completed",
      "authored": .string(authored),
      "item": [
        [
          "linkId": "1", "text": "About the days",
          "item": [
            item("1.2", "Did you go outside?", [["valueBoolean": true]]),
            item("1.3", "How many cups of tea?", [["valueInteger": 3]]),
            item("1.4", "How many miles did you walk?", [["valueDecimal": 2.5]]),
            item("1.5", "One word for the week?", [["valueString": "calm"]]),
            item("1.7", "Which day was the calmest?", [["valueDate": "2026-11-19"]]),
            item("1.8", "When did you last laugh?", [["valueDateTime": "2026-11-18T08:05:00+01:00"]]),
            item("1.9", "When do you get up?", [["valueTime": "07:00:00"]]),
            item(
              "1.10", "How long is your walk?",
              [
                [
                  "valueQuantity": [
                    "value": 20, "unit": "minutes", "system": "http://unitsofmeasure.org", "code": "min",
                  ]
                ]
              ]),
            item("1.11", "A page you like?", [["valueUri": "https://example.org"]]),
          ],
        ],
        item(
          "2", "B. Where do you rest?",
          [
            ["valueCoding": ["system": "https://example.org/p", "code": "bed", "display": "In bed"]],
            ["valueString": "In the park"],
          ]),
        item("3", "What helps?", [["valueString": "My own words"]]),
        item("4", "Who was kind to you?", [["valueString": "Ana"], ["valueString": "Bo"]]),
        item("5", "Pick a number", [["valueInteger": 2]]), item("6", "Never asked", [["valueString": "form B"]]),
        item(
          "7", "Your pack?",
          [["valueQuantity": ["value": 6.5, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"]]]),
      ],
    ]
    #expect(try text(response.json()) == text(expected))
  }

  @Test func `What stands below a question goes back below its answer`() throws {
    let form = try Fixture.read("conditions.json").form
    let answers: [String: Answer] = ["a": .yesNo(true), "a-below": .group(["a1": .number(3)]), "any": .text("x")]
    let json = QuestionnaireResponse(form: form, answers: answers, authored: authored).json()
    let items = try #require(json["item"]?.array)
    #expect(
      items[0] == [
        "linkId": "a", "text": "Do you have a garden?",
        "answer": [
          [
            "valueBoolean": true,
            "item": [["linkId": "a1", "text": "How many trees?", "answer": [["valueInteger": 3]]]],
          ]
        ],
      ])
    #expect(items.map { $0["linkId"]?.string } == ["a", "any"])
  }

  @Test func `A total goes back only when it is whole, in the type of its item`() throws {
    let form = try Fixture.read("sum-paths.json").form
    func items(_ answers: [String: Answer]) throws -> [String?] {
      let json = QuestionnaireResponse(form: form, answers: answers, authored: authored).json()
      return try #require(json["item"]?.array).map { $0["linkId"]?.string }
    }
    let two: [String: Answer] = ["g": .group(["g-1": .text("a1"), "g-2": .text("a3")])]
    #expect(try items(two) == ["g", "s1"])
    let all: [String: Answer] = ["g": .group(["g-1": .text("a1"), "g-2": .text("a3"), "g-3": .number(2)])]
    let json = QuestionnaireResponse(form: form, answers: all, authored: authored).json()
    #expect(json["item"]?.array?.dropFirst().map { $0["answer"]?.array?.first } == [
      ["valueInteger": 4],
      ["valueQuantity": ["value": 3, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"]],
    ])
  }

  @Test func `Its status says whether it is whole, changed or taken back`() throws {
    let form = try Fixture.read("every-type.json").form
    func status(_ answers: [String: Answer], isAmended: Bool = false, isWithdrawn: Bool = false) -> String {
      QuestionnaireResponse(
        form: form, answers: answers, authored: authored, isAmended: isAmended, isWithdrawn: isWithdrawn
      ).status.rawValue
    }
    let whole: [String: Answer] = ["1": .group(["1-2": .yesNo(true)])]
    #expect(status(whole) == "completed" && status(whole, isAmended: true) == "amended")
    #expect(status(["4": .items(["Ana"])]) == "stopped")
    #expect(status(whole, isWithdrawn: true) == "entered-in-error")
    let gone = QuestionnaireResponse(form: form, answers: whole, authored: authored, isWithdrawn: true).json()
    #expect(gone["item"] == nil)
  }

  @Test func `An own form goes out too, under the address it is given`() throws {
    let form = Form(
      id: "own", version: 3, title: "Own", kind: .measure, summary: "",
      questions: [
        Question("mood", .scale(low: 0, high: 10, lowWords: "", highWords: ""), ask: "Mood?"),
        Question("who", .list, ask: "Who?"),
        Question("each", .each(of: "who", [Question("near", .yesNo, ask: "Near?")])),
      ])
    let answers: [String: Answer] = [
      "mood": .number(4), "who": .items(["Ana"]), "each": .each([.init(of: "Ana", answers: ["near": .yesNo(false)])]),
    ]
    let json = QuestionnaireResponse(form: form, answers: answers, authored: authored).json(canonical: "urn:x:own|3")
    #expect(json["questionnaire"] == "urn:x:own|3")
    #expect(
      json["item"] == [
        ["linkId": "mood", "text": "Mood?", "answer": [["valueInteger": 4]]],
        ["linkId": "who", "text": "Who?", "answer": [["valueString": "Ana"]]],
        [
          "linkId": "each",
          "item": [
            ["linkId": "each.of", "answer": [["valueString": "Ana"]]],
            ["linkId": "near", "text": "Near?", "answer": [["valueBoolean": false]]],
          ],
        ],
      ])
  }

  @Test func `The wording that is stored is enough for it, without the file`() throws {
    let form = try Fixture.read("every-type.json").form
    let stored = try JSONDecoder().decode(Form.self, from: JSONEncoder().encode(form))
    #expect(stored == form)
  }
}
