import Exchange
import Vault

/// What a file is that is neither a pack nor an assignment: the nearest thing, and what takes it.
enum AcceptedKind: Equatable {
  case empty, log, keyCard, journal, vault, bareAssignment, questionnaire, keys, unknown

  init(of bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    let first = start.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }.map(String.init) ?? ""
    self =
      if bytes.isEmpty {
        .empty
      } else if KeyMistake.holdsSecret(start) {
        .keys
      } else if bytes.starts(with: "HANDRAIL".utf8) {
        .vault
      } else if JournalFile.isAhead(in: bytes) {
        .journal
      } else if Assignment.isAhead(in: bytes) {
        .bareAssignment
      } else if first.contains("\"format\":\"\(LogManifest.format)\"") || start.contains("\"\(LogManifest.format)\"") {
        .log
      } else if first.hasPrefix("Handrail key card") {
        .keyCard
      } else if start.contains("\"Questionnaire\"") {
        .questionnaire
      } else {
        .unknown
      }
  }

  var failure: Failure {
    let (happened, next): (String, String) =
      switch self {
      case .empty: ("The file is empty.", "Ask your programme to send it again.")
      case .log: ("That is a log that somebody shared, and no file for you.", "A clinic reads it with `clinic import`.")
      case .keyCard: ("That is a key card.", "`share add FILE` takes it.")
      case .journal: ("That is a whole journal.", "`import FILE` takes it into a new journal.")
      case .vault: ("That is a journal of Handrail, or a copy of one.", "`vault restore FILE` takes it.")
      case .bareAssignment:
        (
          "That assignment is not sealed for you. Somebody may have changed it.",
          "Ask your programme for the sealed file."
        )
      case .questionnaire: ("That is a questionnaire.", "`measure add FILE` takes it.")
      case .keys:
        ("That is a secret key. Do not send it to anyone.", "Your programme sends you a pack, or a sealed file.")
      case .unknown:
        ("That is not a file of Handrail.", "Your programme sends you a pack, or a sealed file. Check the name.")
      }
    return Failure(happened, safe: AcceptDesk.nothing, next: next, code: 65)
  }
}
