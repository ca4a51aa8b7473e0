import ArgumentParser
import Commands
import Conversation
import Exchange

/// `import`: brings in what another program kept.
struct Import: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in what you kept elsewhere: Daylio, jrnl, FreeCBT, a table (CSV), a whole journal.")

  @Argument(help: "The file that the other program exported.") var file: String
  @Option(
    help: ArgumentHelp("Which column is what, as in date=Datum,mood=Stimmung,note=Text.", valueName: "roles"))
  var map: String?
  @Option(help: ArgumentHelp("The ends of the other program's mood scale, such as 1-5.", valueName: "ends"))
  var scale: String?
  @Option(help: ArgumentHelp("dmy or mdy, where dates could be read both ways.", valueName: "order"))
  var dates: PastDates.Order?
  @Option(help: ArgumentHelp("A file with your key, where the file is sealed.", valueName: "file"))
  var identity: [String] = []
  @Flag(help: "Ask nothing.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    var wishes = ImportDesk.Wishes()
    wishes.yes = yes
    wishes.identities = identity.map { TypedPath($0, in: session).path }
    wishes.order = dates
    if let map {
      wishes.map = ColumnMap(reading: map)
      guard wishes.map != nil else {
        let roles = ColumnMap.Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw .failed(
          Failure("--map was not understood.", next: "It takes ROLE=COLUMN with commas. Roles: \(roles).", code: 64))
      }
    }
    if let scale {
      wishes.scale = MoodScale.ends(scale)
      guard wishes.scale != nil else {
        throw .failed(Failure("--scale was not understood.", next: "It takes two numbers, such as 1-5.", code: 64))
      }
    }
    try ImportDesk(session: session, wishes: wishes).run(TypedPath(file, in: session).path)
  }
}

extension PastDates.Order: ExpressibleByArgument {}
