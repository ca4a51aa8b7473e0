import ArgumentParser
import Commands
import Conversation
import Exchange
import Terminal

/// `init`: sets the programme up, and goes on where it stopped.
struct ClinicInit: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set your programme up. It goes on where it stopped.",
    discussion: "With --passphrase-file and --programme it asks nothing.")

  @Option(help: ArgumentHelp("A text file about the programme: Name: …, By day: … and so on.", valueName: "file"))
  var programme: String?
  @Option(help: ArgumentHelp("Country code, for the crisis lines.", valueName: "cc")) var region: String?
  @OptionGroup var key: KeyOptions
  @Flag(help: "Make recovery words, and show them once.") var recovery = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let given = try programme.map { (file) throws(Departure) in try ProgrammeFile.read(file, in: session) }
    let kdf = try key.settings()
    var settings = session.world.settings
    if let region, !settings.set("region", region) {
      throw .failed(Failure("A region is two letters, such as US or IE.", safe: "Nothing was made.", code: 64))
    }
    let shelf = ProgrammeShelf(session: session)
    let isNew = !session.world.folder.hasVault
    if !isNew {
      let record = try shelf.record()
      guard ProgrammeInterview.next(record) != nil else {
        throw .failed(
          Failure(
            "This programme is set up already.", safe: "It was left as it is.",
            next: "`settings` shows what it says, and changes it.", code: 73))
      }
    } else {
      if settings != session.world.settings { try Self.keep(settings, in: session) }
      try NewCaseload(session: session).make(kdf: kdf, recovery: recovery, holder: given?.holder)
    }
    if let given { try shelf.keep(given) } else { try ProgrammeInterview(session: session).run(isNew: isNew) }
    session.console.show([.blank, .text("The programme is set up.")], to: .result)
    session.show(
      .text("Next: `invite --out FILE` writes the pack that participants get, `enroll CARD` adds a participant."),
      .quiet("`settings` changes what you said, `vault backup FILE` makes a copy on another disk."))
  }

  private static func keep(_ settings: Conversation.Settings, in session: Session) throws(Departure) {
    try settings.write(inHome: session.world.environment.home)
    session.world.settings = settings
    session.world.applySettings()
  }
}

/// The text file about a programme that a script gives.
enum ProgrammeFile {
  static func read(_ file: String, in session: Session) throws(Departure) -> ProgrammeRecord {
    let bytes = try GivenFile.read(TypedPath(file, in: session).path, limit: ProgrammePack.limit)
    do { return try ProgrammeRecord(reading: bytes) } catch { throw .failed(ProgrammeMistake.failure(error)) }
  }
}

/// `key`: the programme's key card.
struct ClinicKey: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The programme's key card, and its eight words.")

  @Option(help: ArgumentHelp("Write the card to a new file.", valueName: "file")) var out: String?
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try KeyDesk(session: session).show(out: out.map { TypedPath($0, in: session).path }, json: global.json)
  }
}
