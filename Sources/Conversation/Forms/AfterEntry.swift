import Forms
import Journal
import Terminal

/// What is said when an entry is kept: that it is saved, how to undo it, and help when the numbers ask for it.
package struct AfterEntry {
  let session: Session

  package init(session: Session) { self.session = session }

  /// `words`: what a command brought along, and no question has looked at yet.
  package func say(_ entry: Entry?, form: Form, edited: Bool = false, words: String = "") throws(Departure) {
    guard let entry else { return }
    let today = session.world.clock.now().day
    let when = entry.day == today ? "" : " for \(Dates.words(entry.day, today: today))"
    session.console.show([.text(Rich("\(edited ? "Changed" : "Saved")\(when). `undo` takes it back."))], to: .result)
    // Relief is said in words: a number would read like a mark.
    if form.scores(of: entry.answers).contains(where: { $0.id == "relief" && $0.value > 0 }) {
      session.show(.quiet("You rated the feelings lower at the end than at the start."))
    }
    if form.kind == .measure {
      session.console.show(try MeasureDesk(session: session).result(of: entry, form: form), to: .result)
    } else {
      var shown = form
      shown.scores.removeAll { $0.id == "relief" }
      session.console.show(EntryText.scores(of: entry.answers, form: shown))
    }
    session.console.show(try LinkedEntries(session: session).beside(entry, form: form))
    let isHard = Self.isHard(entry, form: form)
    // Where self-harm was answered, safety was asked about before this.
    if isHard, form.selfHarm(in: entry.answers).isEmpty {
      session.show(.alert("That is a hard place to be. `crisis` shows whom to call, `now` gives one step at a time."))
    }
    try WorryOffer(session: session).consider(words, entry: entry.id, kind: form.kind)
    // When it is very hard, help is what is named, and nothing else is offered.
    if !isHard { try SignsOffer(session: session).consider(entry) }
    if !edited { try NextSteps(session: session).offer(after: entry, form: form) }
  }

  /// Very low mood, strong urges, or distress of 80 or more at the end: help is named before anything else.
  static func isHard(_ entry: Entry, form: Form) -> Bool {
    guard form.selfHarm(in: entry.answers).isEmpty else { return true }
    return form.measured(entry.answers).contains { number in
      let id = number.variable.split(separator: ".").last.map(String.init) ?? number.variable
      switch form.question(id)?.code?.code {
      case "mood", "week-mood": return number.value <= 1
      case "urges", "week-urges": return number.value >= 8
      case "distress-after", "distress": return number.value >= 80
      default: return false
      }
    }
  }
}
