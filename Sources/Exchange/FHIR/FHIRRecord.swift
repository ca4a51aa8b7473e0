import FHIR
import Forms
import JSON
import Journal

/// One entry in FHIR: the response, which holds every answer that goes, and what is derived from it.
struct FHIRRecord {
  let name: String
  let revision: Int
  let response: FHIRResource
  /// Observations, and the goal.
  let derived: [FHIRResource]

  init(
    _ shared: SharedEntry, name: String, links: [(name: String, entry: String)], patient: FHIRResource,
    source: EntrySource? = nil
  ) {
    let entry = shared.entry
    self.name = name
    revision = entry.revision
    let authored = shared.showsTime ? entry.recorded.rfc3339 : entry.day.iso
    let form = FHIRForm(shared)
    var record = QuestionnaireResponse(
      form: form.asked, answers: entry.answers.withoutBlanks, authored: authored,
      offset: QuestionnaireResponse.offset(of: entry.recorded.rfc3339), isAmended: entry.revision > 1,
      isWithdrawn: entry.status == .withdrawn)
    record.form = form.answered

    var extensions: [JSON] = [Self.extended("revision", "valueInteger", .number(Double(entry.revision)))]
    if entry.status == .final {
      extensions.append(Self.extended("share", "valueCode", .string(shared.detail.rawValue)))
    }
    if let part = entry.part { extensions.append(Self.extended("part", "valueCode", .string(part.rawValue))) }
    if form.isRenamed, let file = form.file { extensions.append(Self.extended("file", "valueUri", .string(file))) }
    for link in links {
      extensions.append([
        "url": .string(FHIRAddress.extension("link")),
        "extension": [
          ["url": "name", "valueString": .string(link.name)],
          [
            "url": "entry",
            "valueIdentifier": ["system": .string(FHIRAddress.entries), "value": .string(link.entry)],
          ],
        ],
      ])
    }
    if let source { extensions += source.extensions }
    let body = record.json(canonical: form.canonical).object?.members.dropFirst() ?? []
    var response = FHIRResource(
      "QuestionnaireResponse", FHIRAddress.entries, name,
      [("extension", .array(extensions))] + body.map { ($0.name, $0.value) }
        + [("subject", patient.reference), ("source", patient.reference)])
    response.meta = source?.meta
    self.response = response
    let observations = FHIRObservations(shared, name: name, response: response, patient: patient, at: authored)
    let goal = FHIRGoal.resource(shared, name: name, patient: patient)
    derived = (observations.resources + (goal.map { [$0] } ?? [])).map { resource in
      var resource = resource
      resource.meta = source?.meta
      return resource
    }
  }

  private static func extended(_ name: String, _ type: String, _ value: JSON) -> JSON {
    .object(JSON.Object([("url", .string(FHIRAddress.extension(name))), (type, value)]))
  }
}

extension [String: Answer] {
  /// FHIR knows no empty text: what says nothing is not there.
  fileprivate var withoutBlanks: [String: Answer] { compactMapValues(\.withoutBlanks) }
}

extension Answer {
  fileprivate var withoutBlanks: Answer? {
    switch self {
    case .text(let text): return text.isBlank ? nil : self
    case .items(let items):
      let kept = items.filter { !$0.isBlank }
      return kept.isEmpty ? nil : .items(kept)
    case .group(let answers):
      let kept = answers.withoutBlanks
      return kept.isEmpty ? nil : .group(kept)
    case .each(let rows):
      let kept = rows.filter { !$0.of.isBlank }.map { EachAnswer(of: $0.of, answers: $0.answers.withoutBlanks) }
      return kept.isEmpty ? nil : .each(kept)
    case .number, .yesNo: return self
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
