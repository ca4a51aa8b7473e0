import FHIR
import Forms
import JSON

/// A questionnaire that nobody validated, made up for the demo: read from the same kind of file as a programme's own.
enum DemoQuestionnaire {
  static let form: Form? = (try? json.canonical()).flatMap { try? Questionnaire.read($0).form }

  private static let questions = [
    "The days felt heavy to me", "Small things took long", "I stayed away from people", "I slept badly",
    "I put off what I had planned",
  ]
  private static let answers = ["not one day", "a few days", "many days", "nearly every day"]

  private static var json: JSON {
    let options = answers.enumerated().map { weight, words -> JSON in
      [
        "valueCoding": [
          "system": "https://example.org/answers", "code": .string("a\(weight)"), "display": .string(words),
          "extension": [
            [
              "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": .number(Double(weight)),
            ]
          ],
        ]
      ]
    }
    let items = questions.enumerated().map { place, words -> JSON in
      [
        "linkId": .string("q\(place + 1)"), "text": .string(words), "type": "choice", "required": true,
        "answerOption": .array(options),
      ]
    }
    return [
      "resourceType": "Questionnaire", "url": "https://example.org/Questionnaire/five-made-up-questions",
      "version": "1", "title": "Five made-up questions", "status": "active", "item": .array(items),
    ]
  }
}
