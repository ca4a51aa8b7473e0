import Exchange
import Journal

/// What lies beside everything that is passed on: what it is, and what may be done with it.
struct ExportNotice {
  static let fileName = "NOTICE.txt"
  /// As the programme's card says it; may be empty.
  var programme: String
  /// Fingerprint of the programme's key.
  var key: String
  var exportID: String
  var made: Moment
  var app: String
  var notices: [LogManifest.Notice]

  /// One sentence of what it is.
  static let standing =
    "People wrote this themselves and chose to share it. It is patient-reported: nobody verified it, and nobody monitors it."

  var bytes: [UInt8] { Array(text.utf8) }

  /// What goes into a description in one piece.
  var about: String { ([Self.standing] + notices.map(Self.words)).joined(separator: " ") }

  private var text: String {
    var lines = [Self.standing, ""]
    if notices.isEmpty {
      lines += ["No notice about passing it on came with it. Ask the programme before you do."]
    } else {
      lines += ["Notice about passing it on:"] + notices.map(Self.words)
    }
    lines += [
      "", "Passed on by \(programme.isEmpty ? "a programme" : programme) (key \(key))",
      "on \(made.rfc3339), with \(app), as export \(exportID).", "",
      "Who holds this holds a copy. Erasing the original does not erase it.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  static func words(_ notice: LogManifest.Notice) -> String {
    notice.basis.isEmpty ? notice.text : "\(notice.text) (\(notice.basis))"
  }
}
