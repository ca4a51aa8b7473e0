import Foundation
import Forms
import JSON
import Journal
import Testing

@testable import Exchange

/// What goes, as a FHIR server takes it.
@Suite struct FHIRBundleTests {
  private let samples = FHIRSamples()

  private func bundles(size: Int = FHIRBundles.usualSize) -> FHIRBundles {
    FHIRBundles(participant: "PERSON", names: samples.names, size: size)
  }

  private func text(_ bundles: [JSON]) throws -> String {
    try bundles.map { String(decoding: try $0.canonical(), as: UTF8.self) }.joined()
  }

  private func resources(_ bundle: JSON, _ type: String) -> [JSON] {
    (bundle["entry"]?.array ?? []).compactMap { $0["resource"] }.filter { $0["resourceType"]?.string == type }
  }

  private func items(_ json: JSON) -> [JSON] { json["item"]?.array ?? [] }

  @Test(arguments: [400, 3, 7]) func `Every rule holds for every kind of entry, in bundles of any size`(size: Int)
    throws
  {
    let (entries, forms) = try samples.all()
    let made = try bundles(size: size).json(entries)
    #expect(made.flatMap { FHIRCheck($0, forms: forms, most: size).faults } == [])
    let responses = Set(
      made.flatMap { resources($0, "QuestionnaireResponse") }.map { $0["identifier"]?["value"]?.string })
    #expect(responses.count == entries.count)
    let put = made.flatMap { $0["entry"]?.array ?? [] }.compactMap { $0["request"]?["url"]?.string }
    #expect(
      Set(put).isSuperset(
        of: Set(
          try bundles().json(entries).flatMap { $0["entry"]?.array ?? [] }.compactMap { $0["request"]?["url"]?.string })
      ))
  }

  @Test func `The check finds what it is made for`() throws {
    let (entries, forms) = try samples.all()
    let whole = try text(try bundles().json(entries))
    func faults(_ wrong: String, _ right: String) throws -> Int {
      let changed = whole.replacing(right, with: wrong, maxReplacements: 1)
      #expect(changed != whole)
      let json = try JSON(reading: Array(changed.utf8), limits: JSONLimits(bytes: 1 << 22))
      return FHIRCheck(json, forms: forms).faults.count
    }
    #expect(try faults("\"reference\":\"urn:uuid:0\"", "\"reference\":\"\(bundles().patient.fullUrl)\"") > 0)
    #expect(try faults("\"linkId\":\"moods\"", "\"linkId\":\"mood\"") > 0)
    #expect(try faults("\"valueString\":\" \"", "\"valueString\":\"at the till\"") > 0)
    #expect(try faults("\"answer\":[{}]", "\"answer\":[{\"valueInteger\":4}]") > 0)
    #expect(try faults("\"method\":\"DELETE\"", "\"method\":\"PUT\"") > 0)
    #expect(try faults("|PERSON&name=x\"", "|PERSON\"") > 0)
    #expect(try faults("forms/mood\"", "forms/mood|2\"") > 0)
  }

  @Test func `What stays with the person is nowhere in the bundles`() throws {
    let entry = try samples.entry(
      samples.thought, 1,
      [
        "situation": .text("zebrafinch"), "emotions": .items(["fear", "wistfulness"]),
        "strength": .each([.init(of: "wistfulness", answers: ["before": .number(60)])]), "looked": .yesNo(true),
        "at": .text("2026-11-19T08:05"), "g": .group(["in": .items(["quagmire"])]),
      ])
    let mood = try samples.entry(samples.mood, 0, ["mood": .number(4), "use": .text("some"), "note": .text("plinth")])
    let goal = try samples.entry(samples.goal, 3, ["goal": .text("marzipan"), "by": .text("2026-12-12")])
    let made = try text(
      try bundles().json([
        try samples.shared(samples.thought, entry), try samples.shared(samples.mood, mood),
        try samples.shared(samples.goal, goal),
      ]))
    let own = [
      "zebrafinch", "wistfulness", "quagmire", "plinth", "marzipan", "some", "2026-11-19", "2026-12-12", "situation",
      "linkId\":\"use", "21:30", "01KAFZ8YTRZW",
    ]
    for word in own { #expect(!made.contains(word), "\(word)") }
    #expect(made.contains("own-1") && made.contains("its words were not shared"))
  }

  @Test func `An answer stays when the one that its question hangs on is withheld`() throws {
    let entry = try samples.entry(samples.mood, 0, ["mood": .number(4), "use": .text("some"), "cups": .number(2)])
    let made = try bundles().json([try samples.shared(samples.mood, entry)])
    let response = try #require(resources(made[0], "QuestionnaireResponse").first)
    #expect(items(response).map { $0["linkId"]?.string } == ["mood", "cups"])
    #expect(response["status"] == "completed")
  }

  @Test func `A full entry says all of it: words, times with their zone, links, and when it was written`() throws {
    let made = try bundles().json(try samples.all().entries)
    let responses = resources(made[0], "QuestionnaireResponse")
    let full = try #require(responses.first { items($0).first?["linkId"] == "situation" })
    #expect(full["authored"] == "2026-11-20T21:30:15+01:00")
    #expect(
      items(full).map { $0["answer"] ?? $0["item"] } == [
        [["valueString": "at the till"]],
        [
          [
            "valueCoding": [
              "system": "https://handrail.invalid/forms/thought-record-7/emotions", "code": "fear", "display": "Fear",
            ]
          ], ["valueString": "a hole in me"],
        ],
        [
          ["linkId": "strength.of", "answer": [["valueString": "fear"]]],
          ["linkId": "before", "text": "how strong?", "answer": [["valueInteger": 80]]],
        ],
        [["valueDateTime": "2026-11-19T08:05:00+01:00"]], [["valueBoolean": true]],
        [["linkId": "in", "text": "Which?", "answer": [["valueString": "one"]]]],
      ])
    let links = responses.flatMap { $0["extension"]?.array ?? [] }.filter {
      $0["url"]?.string == "https://handrail.invalid/extensions/link"
    }
    #expect(links.map { $0["extension"]?.array?.last?["valueIdentifier"]?["value"] } == [full["identifier"]?["value"]])
  }

  @Test func `A questionnaire goes under its own address without its wording, and its total under the code of LOINC`()
    throws
  {
    let (entries, _) = try samples.all()
    let made = try bundles().json(entries.filter { $0.form.kind == .measure && $0.detail == .full })
    let response = try #require(resources(made[0], "QuestionnaireResponse").first)
    #expect(response["questionnaire"] == "https://example.org/Questionnaire/nine-made-up-questions|2.1")
    #expect(items(response).contains { $0["linkId"] == "/44250-9" } && FHIRCheck.values("text", in: response).isEmpty)
    let totals = resources(made[0], "Observation")
    #expect(totals.count == 1)
    #expect(totals[0]["code"]?["coding"]?.array?.first == ["system": "http://loinc.org", "code": "44261-6"])
    #expect(
      totals[0]["valueQuantity"] == [
        "value": 9, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}",
      ])
  }

  @Test func `A questionnaire whose file names no version goes under our address, with the file's beside it`() throws {
    var form = try samples.nine()
    form.source?.version = nil
    let made = try bundles().json([samples.whole(form, try samples.entry(form, 0, [:]))])
    let response = try #require(resources(made[0], "QuestionnaireResponse").first)
    #expect(response["questionnaire"]?.string == "https://handrail.invalid/forms/\(form.id)|1")
    #expect(
      response["extension"]?.array?.contains([
        "url": "https://handrail.invalid/extensions/file",
        "valueUri": "https://example.org/Questionnaire/nine-made-up-questions",
      ]) == true)
  }

  @Test func `What is taken back says so, with its numbers and its goal, and nothing of what it said`() throws {
    let (entries, _) = try samples.all()
    let made = try bundles().json(entries.filter { $0.entry.status == .withdrawn })
    let resources = (made[0]["entry"]?.array ?? []).dropFirst().compactMap { $0["resource"] }
    #expect(
      resources.map { "\($0["resourceType"]?.string ?? "") \(($0["status"] ?? $0["lifecycleStatus"])?.string ?? "")" }
        .sorted()
        == ["Goal entered-in-error"] + Array(repeating: "Observation entered-in-error", count: 3)
        + Array(repeating: "QuestionnaireResponse entered-in-error", count: 2))
    #expect(!(try text(made)).contains("Cook"))
    #expect(FHIRCheck.values("valueQuantity", in: made[0]).isEmpty)
    // Not even the words of a question, which may name what somebody watches.
    #expect(FHIRCheck.values("text", in: made[0]) == ["A goal that was taken back"])
  }

  @Test func `A number that a change took out is taken back, unless something is withheld`() throws {
    let entry = try samples.entry(samples.mood, 1, revision: 2, ["mood": .number(4)])
    let whole = resources(try bundles().json([samples.whole(samples.mood, entry)])[0], "Observation")
    #expect(whole.map { $0["status"] } == ["amended", "entered-in-error", "entered-in-error"])
    var more = entry
    more.answers["note"] = .text("rain")
    let cut = resources(try bundles().json([try samples.shared(samples.mood, more)])[0], "Observation")
    #expect(cut.map { $0["status"] } == ["amended"])
  }

  @Test func `401 entries of one number come in three bundles, each with its person and all it refers to`() throws {
    let entries = try (0..<401).map { number in
      try samples.shared(samples.mood, try samples.entry(samples.mood, number, ["mood": .number(4)]))
    }
    let made = try bundles().json(entries)
    #expect(made.map { $0["entry"]?.array?.count } == [399, 399, 7])
    #expect(made.flatMap { FHIRCheck($0, forms: [samples.mood]).faults } == [])
    let names = Set(
      made.flatMap { resources($0, "QuestionnaireResponse") }.compactMap { $0["identifier"]?["value"]?.string })
    #expect(names.count == 401)
    #expect(try bundles().files(entries).map(\.name) == ["bundle-001.json", "bundle-002.json", "bundle-003.json"])
  }

  @Test func `No entries are a bundle of the person alone, and strange names become safe ones`() throws {
    #expect(try bundles().json([]).map { $0["entry"]?.array?.count } == [1])
    #expect(FHIRAddress.safe("a_b|c") == "x-615f627c63" && FHIRAddress.safe("sleep-2.x") == "sleep-2.x")
  }
}
