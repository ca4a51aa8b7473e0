import ArgumentParser
import Commands
import Conversation
import Journal

extension ChartSpan: ExpressibleByArgument {}

/// What charts and calendars have in common: how far back, and in which form.
struct ChartOptions: ParsableArguments {
  @Option(help: "How far back: week, month, 12weeks, year or all.") var over: ChartSpan?
  @Flag(help: "The numbers, for a spreadsheet.") var csv = false
  @Option(help: ArgumentHelp("Make a picture for the browser.", valueName: "file")) var svg: String?

  func output(json: Bool) -> ChartRequest.Output { json ? .json : csv ? .csv : .screen }
}

/// `chart`, `review chart`: numbers over time, or by weekday or part of the day.
struct ReviewChart: SessionCommand {
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case weekday, part }

  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "See your numbers over time: `chart`, `chart sleep --over year`.",
    aliases: ["charts", "trend", "trends"])

  @Argument(help: "What to see, such as mood, sleep or energy. Without it, what you kept most.") var what: [String] = []
  @Option(help: "Bars instead of a line: by weekday, or by part of the day.") var by: Grouping?
  @Option(help: ArgumentHelp("A second variable, below the first.", valueName: "other")) var together: String?
  @OptionGroup var options: ChartOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if by != nil && together != nil { throw ValidationError("Choose --by or --together, not both.") }
    if options.csv && global.json { throw ValidationError("Choose --csv or --json, not both.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    let shape: ChartRequest.Shape = by.map { $0 == .weekday ? .weekday : .part } ?? .lines
    try ChartDesk(session: session).run(
      ChartRequest(
        what: what, together: together, shape: shape, span: options.over, output: options.output(json: global.json),
        svg: options.svg))
  }
}

/// `calendar`, `review calendar`: one cell a day.
struct ReviewCalendar: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "See your numbers as a calendar: `calendar`, `calendar sleep --over year`.")

  @Argument(help: "What to see; without it, your mood.") var what: [String] = []
  @OptionGroup var options: ChartOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if options.csv && global.json { throw ValidationError("Choose --csv or --json, not both.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    try ChartDesk(session: session).run(
      ChartRequest(
        what: what, shape: .calendar, span: options.over, output: options.output(json: global.json), svg: options.svg))
  }
}
