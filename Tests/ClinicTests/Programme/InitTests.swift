import Conversation
import Exchange
import Foundation
import Terminal
import Testing
import Vault

@testable import Clinic

/// `clinic init`: the questions, their suggestions, and that nothing answered is lost.
@Suite struct InitTests {
  /// Region, holder, then each question of a programme in the United States.
  private static let answers = [
    "1", "Dana Reyes", "", "KM", "Harbour IOP", "Monday to Friday, 9 to 5", "555 0100", "555 0199", "",
    "Your own therapist", "Before each session, not in between", "", "1", "mon 9am 3h Group", "Thu 09:00 180 Skills",
    "",
    "7",
  ]
  private let fast = "init --argon-passes 2 --argon-memory 19"

  private func run(_ sitting: ClinicSitting, _ line: String, _ replies: [String]) -> (
    said: String, departure: Departure?
  ) {
    let before = sitting.console.transcript.unicodeScalars.count
    sitting.console.replies = replies.map { .line($0) }
    var departure: Departure?
    do throws(Departure) { try ClinicDispatch(session: sitting.session).run(line) } catch { departure = error }
    return (String(sitting.console.transcript.unicodeScalars.dropFirst(before)), departure)
  }

  @Test func `The questions make a programme, with its keys and a second holder`() throws {
    let sitting = try ClinicSitting(caseload: false)
    sitting.console.secrets = ["correct horse battery", "correct horse battery"]
    let (said, departure) = run(sitting, fast, Self.answers)
    #expect(departure == nil)
    #expect(said.contains("Recovery words, for Dana Reyes"))
    #expect(!said.contains("journal"))
    let record = try ProgrammeShelf(session: sitting.session).record()
    #expect(record.missing == [])
    #expect(record.holder == "Dana Reyes")
    #expect(record[.emergency].first == "If a life is in danger, call 911.")
    #expect(record.meanwhile == "Call 555 0100 in our hours, or 555 0199 after hours. In danger, call 911.")
    #expect(record.notice == ProgrammeQuestion.partTwo)
    #expect(record[.sessions] == ["Mon 09:00 180 Group", "Thu 09:00 180 Skills"])
    #expect(record.keepYears == 7)
    #expect(try PeopleDesk(session: sitting.session).doing().by == "KM")
    #expect(try KeyDesk(session: sitting.session).card().name == "Harbour IOP")
    #expect(sitting.session.vault?.hasRecoveryWords == true)
  }

  @Test func `A window that closes at any question loses no answer, and init goes on there`() throws {
    for count in 3..<Self.answers.count {
      let sitting = try ClinicSitting(caseload: false)
      sitting.console.secrets = ["correct horse battery", "correct horse battery"]
      let (_, departure) = run(sitting, fast, Array(Self.answers.prefix(count)))
      #expect(departure == .endOfInput)
      sitting.session.lock()
      sitting.console.secrets = ["correct horse battery"]
      var rest = Array(Self.answers.dropFirst(count))
      // A list that was begun is ended by the empty line; its lines are there.
      if count == 8 { rest = Array(Self.answers.dropFirst(count)) }
      let (said, end) = run(sitting, "init", rest)
      #expect(end == nil, "after \(count) answers: \(said)")
      let record = try ProgrammeShelf(session: sitting.session).record()
      #expect(record.missing == [])
      #expect(record[.sessions] == ["Mon 09:00 180 Group", "Thu 09:00 180 Skills"])
      #expect(record.keepYears == 7)
    }
  }

  @Test func `Back asks the question before again, and why says what it is for`() throws {
    let sitting = try ClinicSitting()
    let (said, departure) = run(sitting, "init", ["skip", "KM", "Harbor", "back", "why", "Harbour IOP", "pause"])
    #expect(departure == .paused)
    #expect(said.contains("The name stands on your key card"))
    #expect(said.contains("Every answer so far is kept."))
    #expect(try ProgrammeShelf(session: sitting.session).record().name == "Harbour IOP")
  }

  @Test func `What a pack cannot hold is asked again, and what it needs cannot be passed over`() throws {
    let sitting = try ClinicSitting()
    let (said, departure) = run(
      sitting, "init",
      [
        "skip", "KM", String(repeating: "n", count: 61), "skip", "Harbour", "", "skip", "nobody", "skip", "555 0199",
        "", "pause",
      ])
    #expect(departure == .paused)
    #expect(said.contains("A name is one line of at most 60 letters."))
    #expect(said.contains("This one is needed"))
    #expect(said.contains("A number to call is needed here"))
    #expect(try ProgrammeShelf(session: sitting.session).record()[.afterHours] == ["555 0199"])
  }

  @Test func `Outside the United States no notice is suggested, and the country's number stands first`() throws {
    let sitting = try ClinicSitting()
    let (said, _) = run(
      sitting, "init",
      ["skip", "KM", "Cois Cuain", "", "01 555 0100", "", "", "Your keyworker", "Before each session", "", "2"])
    #expect(!said.contains("42 CFR part 2 prohibits"))
    let record = try ProgrammeShelf(session: sitting.session).record()
    #expect(record[.emergency].first == "If a life is in danger, call 112 or 999.")
    #expect(record.notice == nil)
  }

  @Test func `With a passphrase file and a file about the programme nothing is asked`() throws {
    let sitting = try ClinicSitting(caseload: false)
    let file = sitting.folder + "/programme.txt"
    try Data(ProgrammeSample.text.utf8).write(to: URL(filePath: file))
    let (code, console) = sitting.once(
      "init", "--programme", file, "--region", "US", "--argon-passes", "2", "--argon-memory", "19", "--recovery")
    #expect(code == 0)
    #expect(console.prompts == [])
    #expect(console.results.contains("Recovery words, for Dana Reyes"))
    #expect(console.results.contains("The programme is set up."))
    let (_, shown) = sitting.once("key", "--json")
    #expect(shown.raw.contains(#""name":"Harbour IOP""#))
    let (again, second) = sitting.once("init", "--programme", file)
    #expect(again == 73)
    #expect(second.transcript.contains("This programme is set up already."))
  }

  @Test(arguments: [
    ("Name: A\nWho reads: B\nHow often: C\nMeanwhile: D\n", "The file has no line \"By day\"."),
    ("Name: A\nNmae: B\n", "Line 2 of the file begins with none of the labels."),
    ("Name: A\nName: B\n", "Line 2 of the file has a second \"Name\"."),
    ("By day: call us\n", "\"By day\" in line 1 of the file is empty, too long, or not as it has to be."),
    ("Name: A\u{202E}B\n", "Line 1 of the file holds hidden characters."),
    ("", "The file about the programme is empty."),
  ])
  func `A file that cannot be used is told with its line, and nothing is made`(text: String, problem: String) throws {
    let sitting = try ClinicSitting(caseload: false)
    let file = sitting.folder + "/programme.txt"
    try Data(text.utf8).write(to: URL(filePath: file))
    let (code, console) = sitting.once("init", "--programme", file)
    #expect(code == 65)
    #expect(console.transcript.contains(problem))
    #expect(!sitting.session.world.folder.hasVault)
  }

  @Test func `A folder with somebody's journal is refused, and left as it was`() throws {
    let sitting = try ClinicSitting(caseload: false)
    let person = Session(sitting.session.world)
    try NewJournal(session: person).create(
      try .init(copying: Array(ClinicSitting.passphrase.utf8)), kdf: .init(passes: 2, memoryMiB: 19), recovery: false)
    person.lock()
    let (code, console) = sitting.once("init")
    #expect(code == 65)
    #expect(console.transcript.contains("This folder holds what one person wrote, not a programme's"))
  }
}

/// A programme's own words.
enum ProgrammeSample {
  static let text = """
    # Harbour
    Initials: KM
    Second holder: Dana Reyes
    Name: Harbour IOP
    Hours: Monday to Friday, 9 to 5
    By day: 555 0100
    After hours: 555 0199
    In an emergency: Call 911 if a life is in danger.
    In an emergency: Call or text 988 at any hour.
    Who reads: Your own therapist
    How often: Before each session, not in between
    Meanwhile: Call the day number, or use your plan
    Notice: 42 CFR part 2 prohibits unauthorized use or disclosure of these records.
    Notice basis: 42 CFR Part 2
    Session: Mon 09:00 180 Group
    Keep years: 7

    """

  /// A caseload whose programme has said everything.
  static func keep(in sitting: ClinicSitting) throws {
    try ProgrammeShelf(session: sitting.session).keep(ProgrammeRecord(reading: Array(text.utf8)))
  }
}
