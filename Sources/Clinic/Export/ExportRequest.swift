import Exchange
import Forms
import Vault

/// What is to be passed on, and how.
struct ExportRequest {
  enum Format: String, CaseIterable, Sendable {
    case fhir, ndjson, csv, log

    /// `as FHIR bundles`
    var words: String {
      switch self {
      case .fhir: "FHIR bundles"
      case .ndjson: "FHIR lines (NDJSON)"
      case .csv: "a table (CSV)"
      case .log: "the log files themselves"
      }
    }
  }

  var people: [Participant]
  var format = Format.fhir
  /// A folder, or one file where it is sealed.
  var out: String
  var days: ClosedRange<Day>?
  /// Entries of a FHIR bundle.
  var split = FHIRBundles.usualSize
  /// Empty: not sealed.
  var to: [AgeRecipient] = []
  /// The names that people have here go too.
  var names = false
  var isAgreed = false
  var replacing = false

  /// `2026-09-01 to 2026-11-22`
  var period: String { days.map { "\($0.lowerBound.iso) to \($0.upperBound.iso)" } ?? "all days" }

  /// For the audit trail.
  func detail(entries: Int, logs: Int) -> String {
    let what = format == .log ? "\(logs) log\(logs == 1 ? "" : "s")" : Self.entries(entries)
    let how = to.isEmpty ? "not sealed" : "sealed for \(to.count) key\(to.count == 1 ? "" : "s")"
    return "\(format.rawValue), \(what), \(period), \(how)\(names ? ", with names" : "")"
  }

  static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
  static func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}
