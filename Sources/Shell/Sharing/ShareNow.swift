import ArgumentParser
import Commands
import Conversation
import Exchange
import Forms

extension ShareOnce.Format: ExpressibleByArgument {}

/// `share`: on the screen, on paper, or as a sealed file; with options in one line.
struct ShareNow: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "Show, print or seal what you choose, after you have seen it.")

  @Option(help: ArgumentHelp("Whom it is sealed for: a name of `share recipients`.", valueName: "name"))
  var to: String?
  @Option(help: ArgumentHelp("From this day on.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("Up to this day.", valueName: "day")) var until: String?
  @Option(help: "log, fhir, csv, text or page.") var format: ShareOnce.Format?
  @Option(help: ArgumentHelp("The file to make, or the folder for several; without it, stdout.", valueName: "file"))
  var out: String?
  @Option(help: ArgumentHelp("Entries in one FHIR bundle at most; 400 if not said.", valueName: "number"))
  var bundleSize: Int?
  @Flag(help: "Only what is new to them, and what was taken back.") var sinceLast = false
  @Option(help: ArgumentHelp("A kind that goes whole, such as mood.", valueName: "kind")) var full: [String] = []
  @Option(help: ArgumentHelp("A kind that goes as numbers.", valueName: "kind")) var numbers: [String] = []
  @Option(help: ArgumentHelp("A kind of which nothing goes.", valueName: "kind")) var none: [String] = []
  @Option(help: ArgumentHelp("An entry that stays here: its four letters. Again for another.", valueName: "entry"))
  var holdBack: [String] = []
  @Flag(help: "A note for the session; outside the shell Handrail asks for it.") var note = false
  @Flag(help: "Do not seal it. Whoever gets the file can read it.") var unsealed = false
  @Flag(help: "Replace the file that is there.") var replace = false
  @Flag(help: "You know what goes: do not show it first.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    _ = try details()
    if sinceLast, format != nil && format != .log { throw ValidationError("--since-last goes with --format log.") }
    if note, format == .fhir { throw ValidationError("A note does not go with --format fhir.") }
    guard let bundleSize else { return }
    guard format == .fhir else { throw ValidationError("--bundle-size goes with --format fhir.") }
    guard (FHIRBundles.leastSize...10_000).contains(bundleSize) else {
      throw ValidationError("A bundle has from \(FHIRBundles.leastSize) to 10000 entries.")
    }
  }

  private func details() throws -> [ShareCategory: ShareDetail] {
    var details: [ShareCategory: ShareDetail] = [:]
    for (names, detail) in [(full, ShareDetail.full), (numbers, .numbers), (none, .none)] {
      for name in names {
        guard let category = ShareCategory(rawValue: name) else {
          let known = ShareCategory.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("There is no kind `\(name)`. Kinds are: \(known).")
        }
        details[category] = detail
      }
    }
    return details
  }

  mutating func run(in session: Session) throws(Departure) {
    let isPlain = to == nil && format == nil && out == nil && !yes && !unsealed && holdBack.isEmpty
    if isPlain, session.console.isInteractive || session.isShell {
      return try ShareDesk(session: session, version: Handrail.version).run()
    }
    var once = ShareOnce()
    once.to = to
    once.from = try day(from, in: session)
    once.until = try day(until, in: session)
    once.format = format ?? .log
    once.out = out
    once.bundleSize = bundleSize ?? FHIRBundles.usualSize
    once.sinceLast = sinceLast
    once.unsealed = unsealed
    once.isAgreed = yes
    once.replacing = replace
    once.details = (try? details()) ?? [:]
    for name in holdBack { once.heldBack.insert(try EntryName.required(name, in: session).id) }
    if note { once.note = try PrivateWords.gather([], asked: true, prompt: "Note: ", in: session) }
    try once.run(in: session, version: Handrail.version)
  }

  private func day(_ text: String?, in session: Session) throws(Departure) -> Day? {
    guard let text else { return nil }
    guard let day = Day(words: text, today: session.world.clock.now().day, toward: .past) else {
      throw .failed(.notADay)
    }
    return day
  }
}

/// `share log`: what was shared with whom.
struct ShareLogCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "What was shared, with whom and when.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try SharedDesk(session: session).show(json: global.json)
  }
}

/// `share withdraw`: an entry that goes no more.
struct ShareWithdraw: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take an entry back; the next sealed file says so.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String
  @Flag(help: "Share it again.") var again = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try SharedDesk(session: session).withdraw(try EntryName.required(entry, in: session), again: again)
  }
}
