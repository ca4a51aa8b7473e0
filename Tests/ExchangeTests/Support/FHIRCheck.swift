import Forms
import JSON

@testable import Exchange

/// What no validator of single resources finds: references that lead nowhere, empty answers, links that no form has, and the
/// rules by which servers take a transaction.
struct FHIRCheck {
  let bundle: JSON
  let forms: [Form]
  private(set) var faults: [String] = []

  init(_ bundle: JSON, forms: [Form], most: Int = FHIRBundles.usualSize) {
    self.bundle = bundle
    self.forms = forms
    let entries = bundle["entry"]?.array ?? []
    expect(bundle["type"]?.string == "transaction" && !entries.isEmpty && entries.count <= most, "the bundle itself")
    let urls = entries.compactMap { $0["fullUrl"]?.string }
    expect(urls.count == entries.count && Set(urls).count == urls.count, "fullUrl missing or twice")
    expect(
      urls.allSatisfy { $0.contains(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) },
      "fullUrl")
    for reference in Self.values("reference", in: bundle) {
      expect(reference.string.map(urls.contains) ?? false, "dangling \(reference)")
    }
    let patients = entries.filter { $0["resource"]?["resourceType"]?.string == "Patient" }
    expect(patients.count == 1, "\(patients.count) patients")
    for entry in entries { check(entry) }
  }

  private mutating func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

  private mutating func check(_ entry: JSON) {
    guard let resource = entry["resource"], let type = resource["resourceType"]?.string, let request = entry["request"]
    else { return faults.append("no resource, or no request") }
    expect(resource["id"] == nil && resource["meta"] == nil, "\(type) has an id or meta")
    let identifier = type == "QuestionnaireResponse" ? resource["identifier"] : resource["identifier"]?.array?.first
    guard let system = identifier?["system"]?.string, let value = identifier?["value"]?.string else {
      return faults.append("\(type) has no identifier of its kind")
    }
    expect(value.contains(/^[A-Za-z0-9.-]+$/), "identifier \(value)")
    let condition = "identifier=\(system)|\(value)"
    if type == "Patient" {
      expect(request == ["method": "POST", "url": "Patient", "ifNoneExist": .string(condition)], "\(request)")
    } else {
      expect(request == ["method": "PUT", "url": .string("\(type)?\(condition)")], "\(request)")
      expect(resource["subject"] != nil, "\(type) without its person")
    }
    expect(!Self.hasEmpty(resource), "something empty in \(type) \(value)")
    switch type {
    case "QuestionnaireResponse": check(response: resource)
    case "Observation": check(observation: resource)
    case "Patient", "Goal": break
    default: faults.append("a \(type)")
    }
  }

  private mutating func check(response: JSON) {
    let questionnaire = response["questionnaire"]?.string ?? ""
    expect(questionnaire.contains(/^https?:\/\/[^\s|]+\|[^\s|]+$/), "questionnaire \(questionnaire)")
    expect(response["status"]?.string != "entered-in-error" || response["item"] == nil, "a tombstone that speaks")
    let form = forms.first {
      questionnaire.hasSuffix("/\($0.id)|\($0.version)") || $0.source?.url.map(questionnaire.hasPrefix) == true
    }
    let known = Set((form?.allQuestions ?? []).flatMap { [$0.source?.link ?? $0.id, "\($0.id).of"] })
    for link in Self.values("linkId", in: response) {
      expect(link.string.map(known.contains) ?? false, "linkId \(link) of \(questionnaire)")
    }
    for answers in Self.values("answer", in: response) {
      for answer in answers.array ?? [] {
        let values = answer.object?.names.filter { $0.hasPrefix("value") } ?? []
        expect(values.count == 1, "an answer with \(values)")
      }
    }
  }

  private mutating func check(observation: JSON) {
    expect(observation["category"]?.array?.first?["coding"]?.array?.first?["code"] == "survey", "category")
    expect(observation["derivedFrom"]?.array?.count == 1, "derived from nothing")
    let isGone = observation["status"]?.string == "entered-in-error"
    let value = observation["valueQuantity"]
    expect(isGone == (value == nil), "value and status")
    if let value, let code = value["code"] {
      expect(value["system"]?.string == FHIRAddress.ucum && code == value["unit"], "unit \(value)")
    }
  }

  /// Every member of this name, at any depth.
  static func values(_ name: String, in json: JSON) -> [JSON] {
    switch json {
    case .array(let items): return items.flatMap { values(name, in: $0) }
    case .object(let object):
      return object.members.flatMap { ($0.name == name ? [$0.value] : []) + values(name, in: $0.value) }
    default: return []
    }
  }

  private static func hasEmpty(_ json: JSON) -> Bool {
    switch json {
    case .null: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let items): items.isEmpty || items.contains(where: hasEmpty)
    case .object(let object): object.isEmpty || object.members.contains { hasEmpty($0.value) }
    case .number, .bool: false
    }
  }
}
