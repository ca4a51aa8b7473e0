import Forms
import Journal

/// One version of an entry as it came in a log.
package struct CaseloadLine: Equatable, Sendable {
  package typealias State = EntryStanding

  /// Its row.
  package var n: Int64
  /// The entry's name in logs: 26 letters and digits.
  package var name: String
  package var revision: Int
  /// The first half of SHA-256 over its bytes.
  package var digest: [UInt8]
  package var state: State
  /// The form's id.
  package var form: String
  /// Row of the form's description.
  package var logForm: Int64
  package var day: Day
  /// The canonical bytes of the line.
  package var body: String
}
