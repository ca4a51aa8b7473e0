import Forms

/// The beginnings of lines in a programme pack.
enum PackLabel: String, CaseIterable {
  case name = "Name"
  case date = "Date"
  case hours = "Hours"
  case byDay = "By day"
  case afterHours = "After hours"
  case emergency = "In an emergency"
  case whoReads = "Who reads"
  case howOften = "How often"
  case meanwhile = "Meanwhile"
  case notice = "Notice"
  case basis = "Notice basis"
  case session = "Session"
  case questionnaire = "Questionnaire"

  /// The label of a line and what follows its colon; nil where no label stands.
  static func read(_ line: String) -> (label: PackLabel, value: String)? {
    guard let colon = line.firstIndex(of: ":"), let label = PackLabel(rawValue: String(line[..<colon])) else {
      return nil
    }
    return (label, String(line[line.index(after: colon)...]).trimmed)
  }

  func line(_ value: String) -> String { "\(rawValue): \(value)" }

  var mayRepeat: Bool { [.emergency, .session, .questionnaire].contains(self) }
}
