import Exchange
import Vault

extension RosterSummary {
  /// What is kept of a person for the roster, from what the caseload holds.
  static func make(_ source: SummarySource) -> String? {
    guard let head = KeptHead(source.head) else { return nil }
    let shelf = LineShelf(source.forms)
    let entries = source.lines.compactMap { one in
      shelf.answered(one.line).map { Arrived($0, at: one.at, isDisputed: one.line.isDisputed) }
    }
    return RosterSummary(entries, head: head, ranges: source.ranges).text
  }
}
