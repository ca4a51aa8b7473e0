import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms
import Vault

extension ExportRequest.Format: ExpressibleByArgument {}

/// `export`: passes on what people shared, as FHIR, as a table, or as the log files themselves.
struct Export: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Pass data on: FHIR, a table, or the log files.",
    discussion: "Without options it asks. A folder appears when all of it is there; sealed, it is one file.")

  @Argument(help: ArgumentHelp("Whose: names, or numbers of the roster.", valueName: "name")) var people: [String] = []
  @Flag(help: "Of everyone, also of those who left.") var all = false
  @Option(help: "fhir, ndjson, csv or log.") var format: ExportRequest.Format?
  @Option(help: ArgumentHelp("The folder to make; the file, where it is sealed.", valueName: "dir")) var out: String?
  @Option(help: ArgumentHelp("From this day on.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Up to this day.", valueName: "day")) var until: String?
  @Option(help: ArgumentHelp("Entries in one FHIR bundle at most; 400 if not said.", valueName: "number"))
  var split: Int?
  @Option(help: ArgumentHelp("Seal it for this key; more than one is fine.", valueName: "age1…")) var to: [String] = []
  @Flag(help: "Do not seal it. Whoever gets it can read it.") var unsealed = false
  @Flag(help: "With the names that people have here.") var names = false
  @Flag(help: "Replace the sealed file that is there.") var replace = false
  @Flag(help: "You know what goes: do not ask.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if let split {
      guard format == nil || format == .fhir || format == .ndjson else {
        throw ValidationError("--split goes with --format fhir.")
      }
      guard (FHIRBundles.leastSize...10_000).contains(split) else {
        throw ValidationError("A bundle has from \(FHIRBundles.leastSize) to 10000 entries.")
      }
    }
    guard !unsealed || to.isEmpty else { throw ValidationError("It is sealed for a key, or left open: not both.") }
    guard !all || people.isEmpty else { throw ValidationError("--all is everyone: name nobody beside it.") }
    guard format != .log || !names else {
      throw ValidationError("A log file goes as it came: --names does not go with it.")
    }
  }

  mutating func run(in session: Session) throws(Departure) {
    let asking = ExportAsking(session: session)
    let chosen = try asking.people(people, all: all)
    let format = if let format { format } else { try asking.format() }
    let keys = try asking.keys(to, unsealed: unsealed)
    var request = ExportRequest(
      people: chosen, format: format, out: try asking.place(out, isSealed: !keys.isEmpty), to: keys)
    request.days = try days(in: session)
    request.split = split ?? FHIRBundles.usualSize
    request.names = names
    request.isAgreed = yes
    request.replacing = replace
    try ExportDesk(session: session).run(request)
  }

  private func days(in session: Session) throws(Departure) -> ClosedRange<Day>? {
    guard from != nil || until != nil else { return nil }
    let today = session.world.clock.now().day
    func day(_ text: String) throws(Departure) -> Day {
      if let day = Day(words: text, today: today, toward: .past) { return day }
      throw .failed(
        Failure(
          "That is not a day Handrail can read.", safe: "Nothing was written.",
          next: "Try today, yesterday, mon, or 2026-11-20.", code: 64))
    }
    var (first, last) = (Day(daysSince1970: 0), today)
    if let from { first = try day(from) }
    if let until { last = try day(until) }
    guard first <= last else {
      throw .failed(Failure("The first day comes after the last one.", next: "Swap --from and --until.", code: 64))
    }
    return first...last
  }
}
