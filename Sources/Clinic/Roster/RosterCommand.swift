import ArgumentParser
import Commands
import Conversation
import Exchange
import Terminal
import Vault

/// `roster`: who is here, and what to read first of each.
struct RosterCommand: SessionCommand {
  enum Order: String, ExpressibleByArgument, CaseIterable { case read, name, last }

  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Who is here: last log, measures, urges, and what to read first.")

  @Flag(help: "Also those who were discharged.") var all = false
  @Option(help: ArgumentHelp("In the order of: read (what to read first), name, or last (the oldest log first)."))
  var by = Order.read
  @Option(
    help: ArgumentHelp(
      "Only: reported, no-file, not-shared, not-asked, seen, or none-reported.", valueName: "word"))
  var only: String?
  @Flag(help: "As a table for other programs.") var csv = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard only == nil || standing != nil else {
      let words = RosterRow.Standing.allCases.map(\.word).joined(separator: ", ")
      throw ValidationError("--only takes one of: \(words).")
    }
  }

  private var standing: RosterRow.Standing? { RosterRow.Standing.allCases.first { $0.word == only?.lowercased() } }

  mutating func run(in session: Session) throws(Departure) {
    let people = PeopleDesk(session: session)
    let today = session.world.clock.now().day
    let doing = try people.doing()
    let what = csv ? "roster as csv" : "roster"
    let (everyone, summaries, seen) = try session.inCaseload { (store) throws(VaultError) in
      try store.note(.viewed, of: nil, what, doing)
      return (
        try store.participants(), try store.look { (reader) throws(VaultError) in try reader.summaries() },
        try store.lastSeen()
      )
    }
    let notes = Dictionary(grouping: seen, by: \.participant)
    let here = everyone.filter { all || $0.status == .here }
    let rows = here.map { person in
      RosterRow(
        person, summaries[person.n].flatMap { RosterSummary($0) }, seen: notes[person.n] ?? [], today: today)
    }
    let shown = RosterOrder.sorted(rows.filter { row in standing.map(row.fits) ?? true }, by: by)
    let reading = try people.reading()
    if csv {
      session.console.write(raw: RosterData(rows: shown, today: today, reading: reading).csv)
    } else if global.json {
      try session.write(RosterData(rows: shown, today: today, reading: reading).json)
    } else {
      try Reading(session: session).page(
        RosterScreen(rows: shown, all: here.count, today: today, reading: reading).blocks
          + KeepDesk(session: session).notice())
    }
  }
}
