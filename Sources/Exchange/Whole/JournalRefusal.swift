import JSON

/// Why a file with a journal is not taken, or cannot be written. Holds nothing of the file but names of fields and numbers
/// of lines.
package enum JournalRefusal: Error, Equatable {
  case notAJournal, version, tooLarge
  /// The last line does not end, or is not the hash.
  case cutOff
  /// The hash is not that of the lines before it.
  case changed
  case json(JSONError.Reason, line: Int, column: Int)
  case unknownKind(line: Int)
  /// A field that must be there is not, or holds something else.
  case field(String, line: Int)
  /// The line speaks of something that no earlier line holds.
  case reference(String, line: Int)
  case twice(line: Int)
  /// A form's wording is not the one that its hash names, or no form.
  case wording(line: Int)
  /// Something unknown stands in the line, or it stands in the wrong place or order.
  case notAsWritten(line: Int)
  case counts
  /// A number in the journal has no form in JSON.
  case unwritable

  /// One plain sentence.
  package var message: String {
    switch self {
    case .notAJournal: "This is not a file with a whole journal."
    case .version: "That file was written by a newer version of Handrail."
    case .tooLarge: "All of it is more than \(JournalFile.limit >> 20) MB."
    case .cutOff: "The file is cut off: its end is missing."
    case .changed: "The file was changed or damaged after it was written."
    case .json(let reason, let line, let column): "Line \(line), column \(column): \(reason.words)."
    case .unknownKind(let line): "Line \(line) holds something that this Handrail does not know."
    case .field(let name, let line): "Line \(line): `\(name)` is missing, or holds what it cannot hold."
    case .reference(let name, let line): "Line \(line): `\(name)` names something that the file does not hold."
    case .twice(let line): "Line \(line) holds something that stands in the file already."
    case .wording(let line): "Line \(line) is not the form that it says it is."
    case .notAsWritten(let line): "Line \(line) is not written the way such a file is."
    case .counts: "The file holds more or less than its first line says."
    case .unwritable: "A number in the journal cannot be written to a file."
    }
  }
}
