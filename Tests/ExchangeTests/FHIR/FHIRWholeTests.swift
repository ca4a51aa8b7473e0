import JSON
import Testing

@testable import Exchange

@Suite struct FHIRWholeTests {
  private let samples = FHIRSamples()

  @Test func `A mood as numbers is this bundle, and its file reads back as the same`() throws {
    let entry = try samples.entry(samples.mood, 0, ["mood": .number(4), "sleep": .number(390), "note": .text("rain")])
    let bundles = FHIRBundles(participant: "PERSON", names: samples.names)
    let shared = try samples.shared(samples.mood, entry)
    let expected = try JSON(reading: Array(Self.whole.utf8), limits: JSONLimits(bytes: 1 << 20))
    #expect(try bundles.json([shared]) == [expected])
    let files = try bundles.files([shared])
    #expect(files.map(\.name) == ["bundle-001.json"])
    #expect(try JSON(reading: files[0].bytes, limits: JSONLimits(bytes: 1 << 20)) == expected)
  }

  @Test func `Names of resources are those that any other program makes of the address`() {
    #expect(
      NameUUID.text("https://handrail.invalid/Patient/EXAMPLE") == "f21f4c15-a972-597a-97cd-6435e19ec55a")
    let long = String(repeating: "a", count: 200)
    #expect(NameUUID.text(long) == "7f4631a0-b493-5760-92a5-27e642bfb142")
  }

  private static let whole = #"""
    {
      "resourceType": "Bundle",
      "type": "transaction",
      "entry": [
        {
          "fullUrl": "urn:uuid:10b86b06-74bc-59f9-a3cb-6da3adb8982d",
          "resource": {
            "resourceType": "Patient",
            "identifier": [{"system": "https://handrail.invalid/participants", "value": "PERSON"}]
          },
          "request": {
            "method": "POST", "url": "Patient",
            "ifNoneExist": "identifier=https://handrail.invalid/participants|PERSON"
          }
        },
        {
          "fullUrl": "urn:uuid:5c96a813-ed69-599f-b3c2-e15e88c01b1c",
          "resource": {
            "resourceType": "QuestionnaireResponse",
            "identifier": {"system": "https://handrail.invalid/entries", "value": "65B3FVDRVBPE4S77NYM4RM5W4P"},
            "extension": [
              {"url": "https://handrail.invalid/extensions/revision", "valueInteger": 1},
              {"url": "https://handrail.invalid/extensions/share", "valueCode": "numbers"},
              {"url": "https://handrail.invalid/extensions/part", "valueCode": "evening"}
            ],
            "questionnaire": "https://handrail.invalid/forms/mood|2",
            "status": "completed",
            "authored": "2026-11-20",
            "item": [
              {"linkId": "mood", "text": "How is your mood?", "answer": [{"valueInteger": 4}]},
              {
                "linkId": "sleep", "text": "How long did you sleep?",
                "answer": [{"valueQuantity": {
                  "value": 390, "unit": "min", "system": "http://unitsofmeasure.org", "code": "min"}}]
              }
            ],
            "subject": {"reference": "urn:uuid:10b86b06-74bc-59f9-a3cb-6da3adb8982d"},
            "source": {"reference": "urn:uuid:10b86b06-74bc-59f9-a3cb-6da3adb8982d"}
          },
          "request": {
            "method": "PUT",
            "url": "QuestionnaireResponse?identifier=https://handrail.invalid/entries|65B3FVDRVBPE4S77NYM4RM5W4P"
          }
        },
        {
          "fullUrl": "urn:uuid:ff8d9eb9-2c59-59c1-8bfc-08ea615d0ca8",
          "resource": {
            "resourceType": "Observation",
            "identifier": [{"system": "https://handrail.invalid/entries", "value": "65B3FVDRVBPE4S77NYM4RM5W4P.mood"}],
            "status": "final",
            "category": [{"coding": [{
              "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}]}],
            "code": {"coding": [{"system": "https://handrail.invalid/codes", "code": "mood"}], "text": "How is your mood?"},
            "subject": {"reference": "urn:uuid:10b86b06-74bc-59f9-a3cb-6da3adb8982d"},
            "effectiveDateTime": "2026-11-20",
            "valueQuantity": {
              "value": 4, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"},
            "derivedFrom": [{"reference": "urn:uuid:5c96a813-ed69-599f-b3c2-e15e88c01b1c"}]
          },
          "request": {"method": "PUT", "url": "Observation?identifier=https://handrail.invalid/entries|65B3FVDRVBPE4S77NYM4RM5W4P.mood"}
        },
        {
          "fullUrl": "urn:uuid:5ed847a6-4980-5873-907a-5b443c7f50d8",
          "resource": {
            "resourceType": "Observation",
            "identifier": [{"system": "https://handrail.invalid/entries", "value": "65B3FVDRVBPE4S77NYM4RM5W4P.sleep"}],
            "status": "final",
            "category": [{"coding": [{
              "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}]}],
            "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}, {"system": "https://handrail.invalid/codes", "code": "sleep"}], "text": "How long did you sleep?"},
            "subject": {"reference": "urn:uuid:10b86b06-74bc-59f9-a3cb-6da3adb8982d"},
            "effectiveDateTime": "2026-11-20",
            "valueQuantity": {
              "value": 390, "unit": "min", "system": "http://unitsofmeasure.org", "code": "min"},
            "derivedFrom": [{"reference": "urn:uuid:5c96a813-ed69-599f-b3c2-e15e88c01b1c"}]
          },
          "request": {"method": "PUT", "url": "Observation?identifier=https://handrail.invalid/entries|65B3FVDRVBPE4S77NYM4RM5W4P.sleep"}
        }
      ]
    }
    """#
}
