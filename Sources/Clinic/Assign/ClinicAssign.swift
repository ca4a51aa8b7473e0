import ArgumentParser
import Commands
import Conversation
import Exchange
import Vault

/// `assign`: gives something to one person, as a file that only they can open.
struct ClinicAssign: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give somebody homework, a target, a questionnaire or a page.",
    discussion: "Without options it asks. With them it asks nothing; private words come from files.")

  @Argument(help: "Who: #3, or the name.") var who: [String] = []
  @Option(help: ArgumentHelp("A file: what to do, an empty line, why. - is standard input.", valueName: "file"))
  var homeworkFile: [String] = []
  @Option(help: ArgumentHelp("Until when, for the homework: fri, in 7 days, 2026-11-27.", valueName: "day")) var due:
    String?
  @Option(help: ArgumentHelp("once, few, daily or when-needed.", valueName: "word")) var often: String?
  @Option(help: ArgumentHelp("A file of lines such as `urge: drinking`.", valueName: "file")) var targetFile: String?
  @Option(help: ArgumentHelp("`urge: drinking`; only inside Handrail's shell.", valueName: "target")) var target:
    [String] = []
  @Option(help: ArgumentHelp("A FHIR R4 questionnaire, in JSON.", valueName: "file")) var questionnaire: [String] = []
  @Option(help: ArgumentHelp("After how many days it comes up again.", valueName: "days")) var every: Int?
  @Option(help: ArgumentHelp("A page to read: a module in Markdown.", valueName: "file")) var module: [String] = []
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String?
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if let every, !(1...366).contains(every) { throw ValidationError("--every takes 1 to 366 days.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    try PrivateWords.refuse(
      target, in: session, instead: "handrail clinic assign \(who.first ?? "#3") --target-file FILE")
    let person = try PeopleDesk(session: session).named(who, asking: "Who (name or number): ")
    var assigning = Assigning(session: session, person: person)
    assigning.out = out
    assigning.yes = yes
    let given = try works(in: session)
    guard !given.isEmpty else {
      guard !yes else {
        throw .failed(
          Failure("Nothing to give is named.", safe: "Nothing was written.", next: "`help assign` shows how.", code: 64)
        )
      }
      return try assigning.ask()
    }
    // Not mixed with what is being put together by hand.
    try assigning.write(given.map { Assignment.Item(id: session.world.newID(), $0) }, "")
  }

  private func works(in session: Session) throws(Departure) -> [Assignment.Work] {
    let files = AssignFiles(session: session)
    var works: [Assignment.Work] = []
    for file in homeworkFile { works.append(try files.homework(file, often: often, due: due)) }
    if let targetFile { works += try files.targets(targetFile) }
    for line in target { works.append(.target(try AssignFiles.target(line))) }
    for file in questionnaire { works.append(try files.questionnaire(file, everyDays: every)) }
    for file in module { works.append(try files.module(file)) }
    return works
  }
}

/// `assigned`: what was given, and what came back.
struct ClinicAssigned: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "assigned", abstract: "What was given to somebody, and what came back of it.")

  @Argument(help: "Who: #3, or the name; without one, a line for everyone.") var who: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = AssignedDesk(session: session)
    guard !who.isEmpty else { return try desk.everyone() }
    try desk.show(
      try PeopleDesk(session: session).named(who, asking: "Who (name or number): "), json: global.json)
  }
}
