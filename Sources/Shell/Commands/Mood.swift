import ArgumentParser
import Commands
import Conversation
import Forms
import Journal

/// `mood`: the daily mood log. `mood 6` takes seconds; without a number it asks.
struct Mood: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "mood",
    abstract: "Check in: how is your mood, from 0 to 10 (10 best).", aliases: ["check-in", "checkin"])

  @Argument(help: "0 to 10, 10 best. Without it, Handrail asks.")
  var number: String?
  @Argument(parsing: .remaining, help: "Inside the shell: a note, as in `mood 6 slept badly`.")
  var words: [String] = []
  @Flag(help: "Add a note; Handrail asks for the words.")
  var note = false
  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if let number, Double(number) == nil { throw ValidationError("`mood` takes a number from 0 to 10.") }
  }

  mutating func run(in session: Session) throws(Departure) {
    let form = try FormDesk(session: session).form("mood")
    let day = try about.day(in: session)
    guard let number else {
      let asked = try AskedQuestions(session: session, log: .mood).applied(to: form)
      return try FormDesk(session: session).fill(asked, day: day)
    }
    try PrivateWords.refuse(words, in: session, instead: "handrail mood \(number) --note")
    var walk = Walk(form)
    guard let step = walk.current(in: form) else { return }
    do {
      walk.answer(try step.read(number, today: day), in: form)
    } catch {
      throw .failed(Failure("Mood goes from 0, very low, to 10, very good.", next: "Try `mood 6`.", code: 64))
    }
    _ = try session.journal()
    let words = try PrivateWords.gather(words, asked: note, prompt: "Note: ", in: session)
    var response = walk.response(in: form)
    if let words {
      // The note stands among the further questions; without this it would be hidden from review, search and edit.
      response["more"] = .yesNo(true)
      response["note"] = .text(words)
    }
    try FormDesk(session: session).keep(response, form: form, day: day)
  }
}
