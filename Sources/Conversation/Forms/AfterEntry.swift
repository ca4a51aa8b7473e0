import Forms
import Journal
import Terminal

/// What is said when an entry is kept: that it is saved, how to undo it, and help when the numbers ask for it.
package struct AfterEntry {
  let session: Session

  package init(session: Session) { self.session = session }

  package func say(_ entry: Entry?, form: Form, edited: Bool = false) throws(Departure) {
    guard let entry else { return }
    let today = session.world.clock.now().day
    let when = entry.day == today ? "" : " for \(Dates.words(entry.day, today: today))"
    session.console.show([.text(Rich("\(edited ? "Changed" : "Saved")\(when). `undo` takes it back."))], to: .result)
    for score in form.scored(entry.answers) where score.variable == "relief" && score.value > 0 {
      session.show(
        .quiet(Rich("You rated the feelings \(Form.plain(score.value)) points lower in all than at the start.")))
    }
    if Self.isHard(entry, form: form) {
      session.show(.alert("That is a hard place to be. `crisis` shows whom to call, `now` gives one step at a time."))
    }
  }

  /// Very low mood, or distress of 80 or more: safety is named before anything else.
  static func isHard(_ entry: Entry, form: Form) -> Bool {
    form.measured(entry.answers).contains { number in
      switch number.variable {
      case "mood": form.id == "mood" && number.value <= 1
      case "urges": form.id == "mood" && number.value >= 8
      default: number.variable.hasPrefix("distress") && number.value >= 80
      }
    }
  }
}
