import ArgumentParser
import Commands
import Conversation
import Exchange
import Journal

/// `plan`: the plans; `plan signs`, `plan history`, `plan print`.
struct Plan: SessionCommand {
  enum What: String, ExpressibleByArgument, CaseIterable {
    case emergency, relapse, steps, gettingThere = "getting-there", signs, history, print, days
  }

  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "My plans: the emergency plan, staying well, and after. `plan signs`, `plan history`, `plan print`.")

  @Argument(
    help: "emergency, relapse, steps, getting-there, signs (today's colour), history, print, or days (days kept).")
  var what: What?
  @Argument(help: "With history or print: which plan.") var which: PlanKind?
  @Flag(help: "With print: the size of a card.") var wallet = false
  @Flag(help: "With print: a file for the browser.") var html = false
  @Option(help: ArgumentHelp("With print: the file to make.", valueName: "file")) var out: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = PlanDesk(session: session)
    switch what {
    case nil: try desk.overview()
    case .emergency: try desk.open(.emergency)
    case .relapse: try desk.open(.relapse)
    case .steps: try desk.open(.steps)
    case .gettingThere: try desk.open(.gettingThere)
    case .signs: try SignsCheck(session: session).run()
    case .days: try DaysKept(session: session).show()
    case .history:
      try PlanHistory(session: session).show(try plan(in: session), which ?? .emergency)
    case .print: try PrintRequest(wallet: wallet, html: html, out: out).run(which ?? .emergency, in: session)
    }
  }

  private func plan(in session: Session) throws(Departure) -> Entry {
    try PlanDesk(session: session).written(which ?? .emergency)
  }
}

extension PlanKind: ExpressibleByArgument {}

/// `hope`: a note from a steadier me.
struct Hope: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "hope", abstract: "A note from a steadier me: reasons, and good things.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try PlanDesk(session: session).open(.hope) }
}

/// `helpme`: one page for family. `help me`, in two words, opens help.
struct HelpMe: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "helpme", abstract: "\"How to help me\": one page to write, and to print for family.")
  @Flag(help: "Print it: as text, or with --html for the browser.") var print = false
  @Flag(help: "With --print: a file for the browser.") var html = false
  @Option(help: ArgumentHelp("With --print: the file to make.", valueName: "file")) var out: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    guard print else { return try PlanDesk(session: session).open(.helpMe) }
    try PrintRequest(wallet: false, html: html, out: out).run(.helpMe, in: session)
  }
}

/// What of a printing was said on the command line; the rest is asked.
struct PrintRequest {
  var wallet: Bool
  var html: Bool
  var out: String?

  func run(_ kind: PlanKind, in session: Session) throws(Departure) {
    let plan = try PlanDesk(session: session).written(kind)
    let printing = PlanPrinting(session: session)
    let size: PrintPage.Size = wallet ? .wallet : .page
    if let out { return try printing.write(plan, size, html ? .html : .text, to: out) }
    if wallet || html || !session.console.isInteractive { return try printing.show(plan, size, html ? .html : .text) }
    try printing.run(plan, kind)
  }
}
