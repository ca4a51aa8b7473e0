import ArgumentParser
import Commands
import Conversation

/// `thought`: the CBT thought record, five columns, or seven when wanted.
struct Thought: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "thought",
    abstract: "A thought record: catch a thought, weigh it, find a fairer one.")

  @Flag(help: "The long form, with evidence for and against.")
  var seven = false
  @Flag(help: "The short form, without asking which.")
  var five = false
  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = FormDesk(session: session)
    var long = seven
    if !seven && !five && session.console.isInteractive { long = try wantsLong(session) }
    try desk.fill(try desk.form(long ? "thought-record-7" : "thought-record-5"), day: try about.day(in: session))
  }

  private func wantsLong(_ session: Session) throws(Departure) -> Bool {
    try session.choose(
      ["Five short steps, about 8 minutes", "Seven steps, with evidence for and against, about 15 minutes"],
      standard: 0) == 1
  }
}
