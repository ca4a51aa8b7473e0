import Forms
import JSON
import Journal

/// A goal as FHIR has it, beside the response that holds all of it.
enum FHIRGoal {
  private static let states = [
    "open": "active", "reached": "completed", "changed": "cancelled", "set-aside": "on-hold",
  ]

  /// Nil where the entry is no goal.
  static func resource(_ shared: SharedEntry, name: String, patient: FHIRResource) -> FHIRResource? {
    guard shared.form.id == "goal" else { return nil }
    let entry = shared.entry
    func words(_ question: String) -> String? {
      guard case .text(let text)? = entry.answers[question], text.contains(where: { !$0.isWhitespace }) else {
        return nil
      }
      return text
    }
    let isGone = entry.status == .withdrawn
    let state = isGone ? "entered-in-error" : words("state").flatMap { states[$0] } ?? "active"
    // FHIR asks for words even where they stay with the person.
    let description = words("goal") ?? (isGone ? "A goal that was taken back" : "A goal; its words were not shared")
    var members: [(String, JSON)] = [
      ("lifecycleStatus", .string(state)), ("description", ["text": .string(description)]),
      ("subject", patient.reference),
    ]
    if let by = words("by"), Day(iso: by) != nil { members.append(("target", [["dueDate": .string(by)]])) }
    members += [("statusDate", .string(entry.day.iso)), ("expressedBy", patient.reference)]
    if let note = words("note") { members.append(("note", [["text": .string(note)]])) }
    return FHIRResource("Goal", FHIRAddress.entries, name, members)
  }
}
