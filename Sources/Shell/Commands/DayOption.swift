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
