import Forms
import JSON
import Journal

/// The numbers of an entry that are looked at over time: numbers of logs and check-ins, and totals of questionnaires.
struct FHIRObservations {
  private let shared: SharedEntry
  private let name: String
  private let response: FHIRResource
  private let patient: FHIRResource
  private let at: String

  init(_ shared: SharedEntry, name: String, response: FHIRResource, patient: FHIRResource, at: String) {
    self.shared = shared
    self.name = name
    self.response = response
    self.patient = patient
    self.at = at
  }

  var resources: [FHIRResource] {
    let form = shared.form
    let isAsked = form.kind == .log || form.kind == .measure && form.source == nil
    let numbers = isAsked ? asked(form.questions, shared.entry.answers) : []
    return numbers + (form.kind == .measure ? totals : [])
  }

  private func asked(_ questions: [Question], _ answers: [String: Answer]) -> [FHIRResource] {
    questions.flatMap { question -> [FHIRResource] in
      switch question.kind {
      case .group(let inner):
        if case .group(let nested)? = answers[question.id] { return asked(inner, nested) }
        return asked(inner, [:])
      case .scale, .number, .duration:
        let value: Double? = if case .number(let number)? = answers[question.id] { number } else { nil }
        let code = code(
          own: question.code.flatMap { $0.system == "handrail" ? $0.code : nil } ?? "\(shared.form.id).\(question.id)",
          text: shared.form.kind == .measure ? nil : question.heading ?? question.ask, hasValue: value != nil)
        return observation(question.id, code, value.map { quantity($0, question) }).map { [$0] } ?? []
      default: return []
      }
    }
  }

  private var totals: [FHIRResource] {
    MeasureReading(shared.form, shared.entry.answers).sums.compactMap { sum in
      let known = sum.instrument.flatMap { Self.totals[$0.name] }
      let code = code(
        own: "\(shared.form.id).\(sum.id)", loinc: known,
        text: sum.instrument.map { "\($0.name) total" } ?? sum.label, hasValue: sum.value != nil)
      return observation(sum.id, code, sum.value.map { Self.ucum($0, "{score}") })
    }
  }

  /// What LOINC has a settled code for.
  private static let totals = ["PHQ-9": "44261-6", "GAD-7": "70274-6"]
  private static let numbers = ["sleep": "93832-4"]

  private func code(own: String, loinc: String? = nil, text: String?, hasValue: Bool) -> JSON {
    let known = loinc ?? Self.numbers[own]
    // On a diary card the words may name what somebody watches: they go only with an answer.
    let text = hasValue ? text : nil
    var codings: [JSON] = []
    if let known { codings.append(["system": .string(FHIRAddress.loinc), "code": .string(known)]) }
    codings.append(["system": .string(FHIRAddress.codes), "code": .string(FHIRAddress.safe(own))])
    var members: [(String, JSON)] = [("coding", .array(codings))]
    if let text, text.contains(where: { !$0.isWhitespace }) { members.append(("text", .string(text))) }
    return .object(JSON.Object(members))
  }

  private func quantity(_ value: Double, _ question: Question) -> JSON {
    switch question.kind {
    case .scale: return Self.ucum(value, "{score}")
    // Stored in minutes, however it is typed.
    case .duration: return Self.ucum(value, "min")
    default:
      guard let unit = question.unit, unit.contains(where: { !$0.isWhitespace }) else { return Self.ucum(value, "1") }
      return ["min", "h", "kg", "mg", "%"].contains(unit)
        ? Self.ucum(value, unit) : ["value": .number(value), "unit": .string(unit)]
    }
  }

  private static func ucum(_ value: Double, _ unit: String) -> JSON {
    ["value": .number(value), "unit": .string(unit), "system": .string(FHIRAddress.ucum), "code": .string(unit)]
  }

  /// Without a number it is taken back, where it may be there from before. Of what is withheld nothing is said.
  private func observation(_ id: String, _ code: JSON, _ value: JSON?) -> FHIRResource? {
    let entry = shared.entry
    let isGone = entry.status == .withdrawn || value == nil
    if isGone, entry.status == .final, entry.revision == 1 || !shared.redacted.isEmpty { return nil }
    let status = isGone ? "entered-in-error" : entry.revision > 1 ? "amended" : "final"
    var members: [(String, JSON)] = [
      ("status", .string(status)),
      (
        "category",
        [
          [
            "coding": [
              ["system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"]
            ]
          ]
        ]
      ),
      ("code", code), ("subject", patient.reference), ("effectiveDateTime", .string(at)),
    ]
    if let value, !isGone { members.append(("valueQuantity", value)) }
    members.append(("derivedFrom", [response.reference]))
    return FHIRResource("Observation", FHIRAddress.entries, "\(name).\(FHIRAddress.safe(id))", members)
  }
}
