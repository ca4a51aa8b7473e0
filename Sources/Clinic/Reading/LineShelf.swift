import Exchange
import Forms
import Journal
import Vault

/// Reads lines of the caseload; each form's description is read once.
struct LineShelf {
  private let forms: [Int64: Form]

  init(_ bodies: [Int64: String]) { forms = bodies.compactMapValues(KeptLine.form) }

  func answered(_ line: CaseloadLine) -> Answered? {
    forms[line.logForm].flatMap { KeptLine.answered(line.body, form: $0) }
  }
}

extension CaseloadLine {
  /// Files say different things of it.
  var isDisputed: Bool { state == .disputed || state == .other }
}
