import ArgumentParser
import Conversation
import Forms

/// `--day`: the day an entry is about.
struct DayOption: ParsableArguments {
  @Option(name: .customLong("day"), help: ArgumentHelp("today, yesterday, mon, or 2026-11-20.", valueName: "day"))
  var text: String?

  func day(in session: Session) throws(Departure) -> Day {
    let today = session.world.clock.now().day
    guard let text else { return today }
    guard let day = Day(words: text, today: today, toward: .past) else { throw .failed(.notADay) }
    guard day <= today else {
      throw .failed(Failure("That day has not come yet.", next: "Entries are for today or a day before.", code: 64))
    }
    return day
  }
}

extension Failure {
  static let noContent = Failure(
    "The exercises and texts are not where they should be.", safe: "Your journal is not touched. `crisis` works.",
    next: "Install Handrail again, or name the folder with --content.", code: 69)
}

/// Words about a person never stand on another shell's command line: that shell keeps them in its history.
enum PrivateWords {
  static func refuse(_ words: [String], in session: Session, instead: String) throws(Departure) {
    guard !words.isEmpty, !session.isShell else { return }
    throw .failed(
      Failure(
        "Words about you do not belong on this command line: your shell keeps a list of what you type.",
        safe: "Nothing was saved by Handrail.", next: "Run `\(instead)`, and Handrail asks for the words.", code: 64))
  }

  /// The words given inside the shell, else one line that is asked for; nil for none.
  static func gather(_ words: [String], asked: Bool, prompt: String, in session: Session) throws(Departure) -> String? {
    if !words.isEmpty { return words.joined(separator: " ") }
    guard asked else { return nil }
    let line = try session.ask(.init(prompt)).trimmed
    return line.isEmpty ? nil : line
  }
}
