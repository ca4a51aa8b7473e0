import ArgumentParser
import Commands
import Conversation
import Terminal

/// `goals`: what was agreed on as worth working for.
struct Goals: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "goals", abstract: "Goals: steps, what may get in the way, who helps, when to look again.",
    aliases: ["goal"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.list(.goals) }
}

/// `schedule`: sessions planned and attended.
struct Schedule: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Sessions: planned, attended, and your level of care.", aliases: ["sessions"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.list(.sessions) }
}

/// `homework`: what to practise until next time, and how it went.
struct Homework: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "homework", abstract: "Homework: what is open, and how it went.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.list(.homework) }
}

/// `meds`: medicines as prescribed, doses, questions. Never advice on a dose.
struct Meds: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "meds", abstract: "Medicines as prescribed, doses taken, refills, questions.",
    aliases: ["medicines", "medication"])
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.list(.medicines) }
}

/// `people`: who they are, how to reach them, and who may be suggested.
struct People: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "People: how to reach them, and who may be suggested to you.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.list(.people) }
}

/// `group`: what to bring to group, and what to take from it.
struct Group: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "What to bring to group, and what to take from it. No members' names.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try ProgrammeDesk(session: session).askOnce()
    let forms = ["group-bring", "group-take", "family-meeting", "family-agreement"]
    let labels = [
      "Bring something to group", "Take something from group", "Get ready for a family meeting",
      "Write down what the family agreed",
    ]
    let desk = FormDesk(session: session)
    let talk = try LearnDesk(session: session).toTalkAbout()
    if !talk.isEmpty { session.show(.text("You wanted to talk about what you read:")) }
    session.console.show(talk.map { .bullet(Rich($0)) })
    try desk.fill(try desk.form(forms[try session.choose(labels)]), day: session.world.clock.now().day)
  }
}

/// `testday`: a drug or alcohol test, as it was for the person.
struct TestDay: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "testday", abstract: "A test day, for yourself; private unless you say otherwise.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.fill("test-day") }
}

/// `lapse`: looking back at a lapse, after the safety question.
struct Lapse: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "lapse", abstract: "After a lapse: get safe, be fair to yourself, plan the next day.")
  @OptionGroup(title: "Everywhere") var global: GlobalOptions
  mutating func run(in session: Session) throws(Departure) { try session.fill("lapse-debrief") }
}

extension Session {
  fileprivate func list(_ kind: RecordKind) throws(Departure) {
    if kind != .people && kind != .medicines { try ProgrammeDesk(session: self).askOnce() }
    try RecordDesk(session: self, kind: kind).run()
  }

  fileprivate func fill(_ form: String) throws(Departure) {
    let desk = FormDesk(session: self)
    try desk.fill(try desk.form(form), day: world.clock.now().day)
  }
}
