import Forms

/// What is said when a reply is not yet an answer: short, kind, and how to answer.
enum Hints {
  /// The sentence at a question.
  static func sentence(for error: ReadingError, at step: Step) -> String {
    guard error == .empty else { return sentence(for: error) }
    let needed: ReadingError? =
      switch step.question.kind {
      case .scale, .number: .notANumber
      case .yesNo: .notYesOrNo
      case .date: .notADate
      case .time: .notATime
      case .duration: .notADuration
      case .dateTime: .notADateTime
      default: nil
      }
    if let needed { return sentence(for: needed) + " `skip` leaves it out." }
    guard !step.options.isEmpty else { return sentence(for: error) }
    return "One of the list is needed here. `skip` leaves it out."
  }

  private static func moment(_ text: String) -> String { text.replacing("T", with: " ") }

  static func sentence(for error: ReadingError) -> String {
    switch error {
    case .empty: "This one needs a few words. `skip` leaves it out."
    case .notANumber: "A number is needed here."
    case .notWhole: "A whole number is needed here."
    case .outside(let low?, let high?): "A number from \(Form.plain(low)) to \(Form.plain(high)), please."
    case .outside(let low?, nil): "A number of \(Form.plain(low)) or more, please."
    case .outside(nil, let high?): "A number up to \(Form.plain(high)), please."
    case .outside: "That number is out of range."
    case .notYesOrNo: "Yes or no, please."
    case .notADate: "A day is needed here: today, fri, in 2 weeks, or 2026-11-20."
    case .notATime: "A time is needed here: 21:30, or 9pm."
    case .notADuration: "A length of time is needed here: 7h 30m, or 45m."
    case .notADateTime: "A day and a time are needed here: today 21:30, or 2026-11-20 9pm."
    case .outsideTime(let earliest?, let latest?): "From \(moment(earliest)) to \(moment(latest)), please."
    case .outsideTime(let earliest?, nil): "Not before \(moment(earliest)), please."
    case .outsideTime(nil, let latest?): "Not after \(moment(latest)), please."
    case .outsideTime: "That day or time is out of range."
    case .tooManyLetters(let limit): "There is room for \(limit) letters here. Could you say it in fewer words?"
    case .noSuchChoice(_, let count): "That is not in the list. A number from 1 to \(count), please."
    case .severalChoicesMeant(let labels):
      "That could be \(labels.joined(separator: " or ")). A few more letters, please."
    case .oneOnly: "Only one of them, please."
    case .tooFew(let least): "At least \(least), please."
    case .tooLong: "That is longer than one answer can hold. Could you say it in fewer words?"
    }
  }
}
