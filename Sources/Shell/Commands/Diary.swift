import ArgumentParser
import Commands
import Conversation

/// `diary`: the DBT diary card: a day, `diary week` as a grid, `diary targets` to change what is watched.
struct Diary: SessionCommand {
  enum What: String, ExpressibleByArgument, CaseIterable { case week, targets }
  static let configuration = CommandConfiguration(
    commandName: "diary",
    abstract: "The diary card: today's, `diary week` as a grid, `diary targets`.", aliases: ["card"])

  @Argument(help: "week or targets; without it, the card of a day.") var what: What?
  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let day = try about.day(in: session)
    switch what {
    case nil: try DiaryDesk(session: session).fill(day)
    case .week: try DiaryWeek(session: session).show(day)
    case .targets: try DiaryDesk(session: session).manage()
    }
  }
}
