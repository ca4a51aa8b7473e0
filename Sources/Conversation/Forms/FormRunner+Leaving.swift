import Forms
import Journal
import Terminal
import Vault

extension FormRunner {
  /// Does what a way out says.
  mutating func follow(_ word: Words.WayOut, _ step: Step) throws(Departure) -> Taken {
    switch word {
    case .back:
      if !draft.walk.lines.isEmpty {
        session.show(.quiet("Your last line is open again."))
        let line = draft.walk.lines.removeLast()
        try store()
        return .again(prefill: session.console.isInteractive ? line : "")
      }
      if draft.walk.back(in: form) {
        try store()
        return .done
      }
      session.show(.quiet("This is the first question. `pause` leaves, and keeps what you have."))
      return .again(prefill: "")
    case .skip:
      draft.walk.skip(in: form)
      try store()
      return .done
    case .why:
      session.show(.text(Rich(step.question.why ?? "No reason is written down for this one. `skip` leaves it out.")))
      return .again(prefill: "")
    case .help:
      session.console.show(QuestionText.waysOutBlocks + QuestionText.waysToAnswer(step))
      return .again(prefill: "")
    case .pause:
      try store()
      session.show(.quiet("Paused. Everything is kept; `resume` goes on from here."))
      throw .paused
    }
  }

  /// The end of the form. Logs are kept at once; longer forms show a summary in which one answer can be changed.
  mutating func finish() throws(Departure) -> Bool {
    guard session.console.isInteractive, form.kind != .log || draft.edits != nil else { return true }
    let spoken = draft.walk.spoken(in: form)
    guard !spoken.isEmpty else { return true }
    session.console.show([.blank, .title("What you wrote")] + EntryText.pairs(spoken) + [.blank])
    switch try session.choose(["Keep it", "Change an answer", "Pause, and come back later"], standard: 0) {
    case 0: return true
    case 1:
      let leftOut = draft.walk.leftOut(in: form)
      session.console.show([.blank, .text("Which one? Give its number.")] + EntryText.numbered(spoken))
      if !leftOut.isEmpty {
        session.console.show([.quiet("Left out so far:")] + EntryText.numbered(leftOut, after: spoken.count))
      }
      let line = Words.bare(try session.ask(Prompt("> ")))
      let all = spoken + leftOut
      if let number = Int(line), all.indices.contains(number &- 1) {
        draft.walk.revisit(all[number - 1].path)
        try store()
      } else {
        session.show(.quiet("That number is not in the list."))
      }
      return false
    default:
      try store()
      session.show(.quiet("Paused. Everything is kept; `resume` goes on from here."))
      throw .paused
    }
  }

  /// A step that asks nothing: words to read, breathing, a timer.
  mutating func show(_ step: Step) throws(Departure) {
    switch step.question.kind {
    case .show(let text):
      session.console.show([.quote(form.fill(text, step: step, answers: draft.walk.answers))])
    case .breathe(let inhale, let exhale, let seconds):
      session.show(.text(Rich(form.fill(step.question.ask, step: step, answers: draft.walk.answers))))
      if try isWanted(step) { try Breathing(session: session).lead(inhale: inhale, exhale: exhale, seconds: seconds) }
    case .timer(let seconds):
      session.show(.text(Rich(form.fill(step.question.ask, step: step, answers: draft.walk.answers))))
      if try isWanted(step) { try count(down: seconds) }
    default: break
    }
    draft.walk.pass(in: form)
  }

  /// What takes time is begun by the person, and can be left out.
  private func isWanted(_ step: Step) throws(Departure) -> Bool {
    guard session.console.isInteractive else { return false }
    return try session.choose(["Begin", "Leave it out"], standard: 0) == 0
  }

  private func count(down seconds: Int) throws(Departure) {
    guard session.console.isInteractive else { return }
    session.show(.quiet("Any key ends it."))
    for left in stride(from: seconds, to: 0, by: -1) {
      // Plain terminals get a new line only when the words change.
      let words =
        left > 60 ? "\((left + 59) / 60) min left" : seconds <= 60 ? "\(seconds) seconds" : "less than a minute left"
      let text = session.console.isPlain ? words : "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
      switch session.console.wait(seconds: 1, progress: text) {
      case .elapsed: continue
      case .key, .interrupted: return
      case .hangUp: throw .hungUp
      }
    }
  }
}
