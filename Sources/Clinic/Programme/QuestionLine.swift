import Conversation
import Exchange
import Forms
import Terminal

/// One line of an answer about the programme, or one of the ways out.
struct QuestionLine {
  enum Typed: Equatable { case line(String), back, skip }

  let session: Session
  let question: ProgrammeQuestion

  func read(prefill: String = "") throws(Departure) -> Typed {
    while true {
      let line = try session.ask(Prompt("> ", prefill: prefill), place: { [.text(Rich(question.ask))] })
      switch Words.bare(line) {
      case "back": return .back
      case "skip": return .skip
      case "why": session.show(.text(Rich(question.why)))
      case "help": session.show(.quiet(ProgrammeInterview.ways))
      case "pause": throw .paused
      default: return .line(Words.unescaped(line).trimmed)
      }
    }
  }

  /// Says what is wrong with an answer; in a script the run ends, so that later lines cannot slip into other questions.
  func refuse(_ problem: String) throws(Departure) { try Self.refuse(problem, in: session) }

  static func refuse(_ problem: String, in session: Session) throws(Departure) {
    guard session.console.isInteractive else {
      throw .failed(Failure(problem, safe: "What was answered before is kept.", code: 65))
    }
    session.show(.quiet(Rich(problem)))
  }
}

/// What is wrong with a line about the programme, in words.
enum ProgrammeMistake {
  static func sentence(_ error: ProgrammePackError, _ field: ProgrammeRecord.Field) -> String {
    switch error {
    case .hidden: return "That line holds hidden characters. Type it by hand."
    case .tooMany: return "That is more than fits. Shorten the list: `clear` starts anew."
    default: break
    }
    switch field {
    case .sessions: return "A session is a day, a time, minutes and what it is, such as: Mon 09:00 180 Group"
    case .keep: return "A number of years from 1 to 100, please."
    case .initials: return "Initials are at most 8 letters."
    case .name, .holder: return "A name is one line of at most \(KeyCard.nameLimit) letters."
    case .byDay, .afterHours: return "A number to call is needed here, such as 555 0100. `skip` leaves it out."
    case .notice: return "A notice is at most 2,000 letters."
    default: return "That is too long: at most 500 letters fit."
    }
  }

  /// A text file about the programme that cannot be used.
  static func failure(_ error: ProgrammePackError) -> Failure {
    let happened =
      switch error {
      case .empty: "The file about the programme is empty."
      case .tooLarge: "The file is too large to be about a programme."
      case .notText: "The file about the programme is not plain text."
      case .secret: "There is a secret key in that file. Do not send it to anyone."
      case .hidden(let line): "Line \(line) of the file holds hidden characters."
      case .unknown(let line): "Line \(line) of the file begins with none of the labels."
      case .twice(let label, let line): "Line \(line) of the file has a second \"\(label)\"."
      case .value(let label, let line):
        "\"\(label)\" in line \(line) of the file is empty, too long, or not as it has to be."
      case .tooMany(let label, let line): "Line \(line) of the file is one \"\(label)\" too many."
      case .missing(let label): "The file has no line \"\(label)\"."
      default: "The file about the programme cannot be used."
      }
    return Failure(happened, safe: "Nothing was changed.", next: "Mend the file, then try again.", code: 65)
  }
}

/// A session as people type it, in the form that a pack has.
enum SessionLine {
  static func tidy(_ line: String, for field: ProgrammeRecord.Field) -> String {
    guard field == .sessions else { return line }
    let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
    guard parts.count == 4, let day = Weekday(word: parts[0].lowercased()), let at = TimeOfDay(words: parts[1]),
      let minutes = Minutes.read(parts[2])
    else { return line }
    return "\(day.word.capitalized.prefix(3)) \(at.iso) \(minutes) \(parts[3])"
  }
}
