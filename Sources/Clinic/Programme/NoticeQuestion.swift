import Conversation
import Exchange
import Forms
import Terminal

/// Which notice goes along with what participants share: a suggestion for the United States, words of one's own, or none.
struct NoticeQuestion {
  let session: Session

  /// False for `back`.
  func ask(_ question: ProgrammeQuestion, _ record: inout ProgrammeRecord) throws(Departure) -> Bool {
    let line = QuestionLine(session: session, question: question)
    let country = session.world.settings.region ?? session.world.environment.localeCountry
    let suggests = country == "US"
    if suggests {
      session.show(
        .text("For substance-use programmes under 42 CFR Part 2 we suggest:"), .quote(ProgrammeQuestion.partTwo.text))
      session.show(.quiet("Ask whoever looks after privacy with you to read it."))
    }
    if let here = record[.notice].first { session.show(.text("Now it says:"), .quote(here)) }
    let choices = (suggests ? ["Use this wording"] : []) + ["Type our own", "No notice"]
    session.console.show(choices.enumerated().map { .choice(key: String($0 + 1), label: Rich($1)) })
    while true {
      switch try line.read() {
      case .back: return false
      case .skip: return true
      case .line(let text):
        guard let number = Int(text), choices.indices.contains(number &- 1) else {
          try line.refuse("A number from 1 to \(choices.count), please.")
          continue
        }
        switch choices[number - 1] {
        case "Use this wording": return set(ProgrammeQuestion.partTwo.text, ProgrammeQuestion.partTwo.basis, &record)
        case "No notice": return set(nil, nil, &record)
        default: return try own(line, &record)
        }
      }
    }
  }

  private func own(_ line: QuestionLine, _ record: inout ProgrammeRecord) throws(Departure) -> Bool {
    session.show(.text("Type or paste the notice as one line."))
    while true {
      switch try line.read(prefill: record[.notice].first ?? "") {
      case .back: return false
      case .skip, .line(""): return true
      case .line(let text):
        do {
          try record.set(.notice, [text.oneLine])
          record.asked.remove(.basis)
          return true
        } catch {
          try line.refuse(ProgrammeMistake.sentence(error, .notice))
        }
      }
    }
  }

  /// Both are known to fit.
  private func set(_ text: String?, _ basis: String?, _ record: inout ProgrammeRecord) -> Bool {
    try? record.set(.notice, text.map { [$0] } ?? [])
    try? record.set(.basis, basis.map { [$0] } ?? [])
    record.asked.insert(.basis)
    return true
  }
}
