import ArgumentParser
import Commands
import Conversation

/// `review week`, or `week`: seven days in sentences; `week why` with the entries behind each.
struct ReviewWeek: SessionCommand {
  enum What: String, ExpressibleByArgument, CaseIterable { case why }

  static let configuration = CommandConfiguration(
    commandName: "week", abstract: "The week in a few sentences; `week why` shows what each comes from.")

  @Argument(help: "why: the entries behind each sentence.") var what: What?
  @Flag(name: .customLong("why"), help: "The same.") var why = false
  @Option(help: ArgumentHelp("So many weeks ago.", valueName: "weeks")) var back = 0
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard (0...2000).contains(back) else { throw ValidationError("--back takes a number of weeks, such as 1.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    let desk = WeekDesk(session: session)
    if global.json { try desk.write(back: back) } else { try desk.show(back: back, why: why || what == .why) }
  }
}
