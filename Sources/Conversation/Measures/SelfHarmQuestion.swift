import FHIR
import Forms
import Terminal

/// Which questions of a questionnaire are about suicide or self-harm: by their codes, and by asking. Unsure is yes, for all.
struct SelfHarmQuestion {
  let session: Session

  /// What counts where nobody is asked: not sure is yes.
  static func unasked(_ found: Questionnaire) -> Set<String> {
    let known = Set(found.knownSelfHarm)
    return isKnown(found) ? known : known.union(found.form.allQuestions.filter(isAsked).map(\.id))
  }

  private static func isKnown(_ found: Questionnaire) -> Bool {
    Instrument.named(in: found.form)?.questions(in: found.form) != nil
  }

  func ask(_ found: Questionnaire) throws(Departure) -> Set<String> {
    let asked = found.form.allQuestions.filter(Self.isAsked)
    let known = Set(found.knownSelfHarm)
    if !known.isEmpty {
      let words = asked.filter { known.contains($0.id) }.prefix(3).map { "\"\($0.ask)\"" }.joined(separator: ", ")
      session.show(
        .text(
          Rich("This asks about suicide or self-harm: \(words). After any answer but a plain no, safety comes first.")))
    }
    // A well-known questionnaire has no further ones.
    guard !Self.isKnown(found), !known.isSuperset(of: asked.map(\.id)) else { return known }
    session.show(
      .text(Rich("Does \(known.isEmpty ? "a" : "another") question ask about suicide or self-harm? Which?")))
    session.console.show(
      asked.enumerated().map { .choice(key: String($0 + 1), label: Rich($1.ask.oneLine)) }
        + [.quiet("Give the numbers, or none. Enter is not sure: then safety is asked after any of them.")])
    while true {
      let line = Words.bare(try session.ask(Prompt("> ")))
      if ["none", "no", "0"].contains(line) { return known }
      if line.isEmpty || ["not sure", "unsure", "yes"].contains(line) { return known.union(asked.map(\.id)) }
      let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
      let isPlain = line.split(separator: " ").allSatisfy { $0 == "and" || $0.allSatisfy(\.isNumber) }
      if isPlain, !numbers.isEmpty, numbers.allSatisfy({ asked.indices.contains($0 &- 1) }) {
        return known.union(numbers.map { asked[$0 - 1].id })
      }
      guard session.console.isInteractive else {
        throw .failed(
          Failure(
            "Numbers of questions were expected, or none, and something else came.", safe: "Nothing was added.",
            code: 65))
      }
      session.show(.quiet("Numbers from the list, please, or none."))
    }
  }

  private static func isAsked(_ question: Question) -> Bool {
    guard question.hidden != true, question.source?.part == .item else { return false }
    switch question.kind {
    case .group, .each, .show, .breathe, .timer, .date, .time, .dateTime, .duration: return false
    default: return true
    }
  }
}
