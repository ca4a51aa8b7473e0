import Forms

extension FormReader {
  /// Takes `delicate`, `reviewed`, `updated` and `sources`. What asks about safety or an agreement first is delicate
  /// without saying so.
  func delicate(_ gate: Form.Gate?, _ fields: inout Fields) -> Form.Delicate? {
    let saidLine = fields.line(of: "delicate")
    let said = fields.flag("delicate")
    let isGated = gate.map(Self.delicateGates.contains) ?? false
    if said == false, isGated {
      findings.error(saidLine, "What asks the question of safety first is delicate: leave this field out.")
    }
    let reviewed = fields.text("reviewed")
    let updated = fields.take("updated")
    if let updated, updated.text.flatMap({ Day(iso: $0) }) == nil {
      findings.error(updated.line, "The field \"updated\" has to be a date such as 2026-11-21.")
    }
    for source in fields.take("sources")?.items ?? [] { _ = Source(source, findings) }
    guard said == true || isGated else { return nil }
    if reviewed == nil {
      findings.flaw(fields.line, "This form is delicate: write \"reviewed: no\", or by whom and when.")
    }
    if updated == nil {
      findings.flaw(fields.line, "This form is delicate, and \"updated\" is missing: write a date such as 2026-11-21.")
    }
    guard let reviewed, reviewed != "no" else { return .unreviewed }
    return .reviewed(reviewed)
  }

  static var delicateGates: [Form.Gate] { [.safeNow, .agreed] }
}
