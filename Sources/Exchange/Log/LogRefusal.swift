import JSON

/// Why a log file is not taken. Holds nothing of the file but names of fields and numbers of lines.
package enum LogRefusal: Error, Equatable {
  case empty
  /// Not UTF-8 JSON Lines that begin with a manifest of this format.
  case notALog
  /// Written for a later version of the format, or for one from before the first.
  case version, olderVersion
  case tooLarge
  /// The last line does not end, or there is no signature line.
  case cutOff
  case json(JSONError.Reason, line: Int, column: Int)
  /// A line is valid JSON and is not written as the format asks.
  case notCanonical(line: Int)
  /// A field that must be there is not, or holds something else.
  case field(String, line: Int)
  case unknownForm(line: Int)
  case offScale(String, line: Int)
  /// An answer of another kind than its question asks for, or a sum that is not the sum of its answers.
  case misfit(String, line: Int)
  case wrongScore(String, line: Int)
  case outsideRange(line: Int)
  case outOfOrder(line: Int)
  /// Counts in the manifest, or the hash over the entries, say something else than the entries do.
  case counts, digest

  /// One plain sentence.
  package var message: String {
    switch self {
    case .empty: "The file is empty."
    case .notALog: "This is not a Handrail log."
    case .version: "This log was written by a newer version of Handrail."
    case .olderVersion: "This log is of an older kind, from before the first version."
    case .tooLarge: "The log is larger than a log may be."
    case .cutOff: "The log is cut off: its end is missing."
    case .json(let reason, let line, let column): "Line \(line), column \(column): \(reason.words)."
    case .notCanonical(let line): "Line \(line) is not written the way a log is."
    case .field(let name, 0): "The last line: `\(name)` is missing, or holds what it cannot hold."
    case .field(let name, let line): "Line \(line): `\(name)` is missing, or holds what it cannot hold."
    case .unknownForm(let line): "Line \(line) is about a form that the log does not describe."
    case .offScale(let name, let line): "Line \(line): the answer to `\(name)` lies outside its scale."
    case .misfit(let name, let line): "Line \(line): the answer to `\(name)` is not of the kind that was asked for."
    case .wrongScore(let name, let line): "Line \(line): `\(name)` is not the sum of its answers."
    case .outsideRange(let line): "Line \(line) is about a day outside the days of the log."
    case .outOfOrder(let line): "Line \(line) stands in the wrong order, or twice."
    case .counts: "The log holds more or fewer entries than it says."
    case .digest: "The entries are not those that the log was made with."
    }
  }
}
