import ArgumentParser
import Conversation
import Library
import Terminal

/// `practice`: every exercise, by name.
struct Practice: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Practise: choose an exercise, or name one.", aliases: ["practise", "exercise"])

  @Argument(help: "The name of an exercise, such as `stop`.")
  var exercise: String?
  @OptionGroup var about: DayOption
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let desk = FormDesk(session: session)
    let day = try about.day(in: session)
    if let exercise { return try desk.fill(try desk.form(exercise), day: day) }
    let exercises = session.world.library.forms().filter { $0.kind == .exercise }
    guard !exercises.isEmpty else { throw .failed(.noContent) }
    session.show(.title("Practise"))
    let labels = exercises.map { $0.minutes.map { minutes in "\(minutes) min" }.map { [$0] } ?? [] }
    let lines = zip(exercises, labels).map { form, time in
      "\(form.title)" + (time.first.map { ", \($0)" } ?? "")
    }
    let chosen = try session.choose(lines)
    try desk.fill(try desk.form(exercises[chosen].id), day: day)
  }
}
