import ArgumentParser
import Commands
import Conversation

/// `measure`: questionnaires over time. Each thing to do is a command of its own; without one it opens what is named.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract:
      "Questionnaires: a weekly check-in, and those from your programme. `measure add FILE`, `measure results`.",
    subcommands: [
      MeasureOpen.self, MeasureListing.self, MeasureAdd.self, MeasureResults.self, MeasureOften.self,
      MeasureRemove.self,
    ],
    defaultSubcommand: MeasureOpen.self, aliases: ["measures", "questionnaire"])
}

/// `measure`, `measure weekly-check-in`: shows what there is, or asks one.
struct MeasureOpen: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Fill one in; without a name, see what there is and what is due.")

  @Argument(help: "Its name, or how its title begins.") var name: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = MeasureDesk(session: session)
    guard !name.isEmpty else { return try desk.run() }
    try desk.fill(try MeasureList(session: session).named(name.joined(separator: " ")))
  }
}

struct MeasureListing: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "What there is, and what is due.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) { try MeasureDesk(session: session).show() }
}

struct MeasureAdd: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a questionnaire from a FHIR R4 file.")

  @Argument(help: "The file, in JSON.") var file: String
  @Option(parsing: .upToNextOption, help: "Files with lists of answers (ValueSet) that it names.")
  var valuesets: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try AddQuestionnaire(session: session).add(file, valueSets: valuesets)
  }
}

struct MeasureResults: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "How it was over time, from your own entries.")

  @Argument(help: "Its name; without one Handrail asks.") var name: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try MeasureDesk(session: session).results(try MeasureName.chosen(name, in: session))
  }
}

struct MeasureOften: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "often", abstract: "How often `today` brings it up.")

  @Argument(help: "Its name.") var name: String
  @Argument(help: "Every so many days; 0 is never. Without it, Handrail asks.") var days: Int?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if let days, !(0...366).contains(days) { throw ValidationError("Give 0 to 366 days.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    try MeasureDesk(session: session).often(try MeasureName.chosen([name], in: session), days: days)
  }
}

struct MeasureRemove: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take one off the list; what you filled in stays.")

  @Argument(help: "Its name.") var name: [String]
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try MeasureDesk(session: session).remove(try MeasureName.chosen(name, in: session))
  }
}

/// The questionnaire that is meant, by its name or from the list.
enum MeasureName {
  static func chosen(_ name: [String], in session: Session) throws(Departure) -> Measure {
    let list = MeasureList(session: session)
    if !name.isEmpty { return try list.named(name.joined(separator: " ")) }
    let all = try list.all()
    guard let first = all.first else {
      throw .failed(Failure("There is no questionnaire here.", next: "`measure add FILE` adds one.", code: 66))
    }
    return all.count == 1 ? first : all[try session.choose(all.map(\.title), standard: 0)]
  }
}
